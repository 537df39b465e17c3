import {replaceHidden, toEscape} from '../domain';

/** The beginning of a CI runner's command. */
const command = /#(?=#(?:\[|vso\[))/g;

/**
 * Makes captured text safe for one line: it stays readable, but none of it is executed. GitHub and Azure accept `##[`
 * and `##vso[` as commands anywhere in a line; `::` only at its beginning, where reporters never put captured text.
 */
export function toSafeText(text: string): string {
  return escapeCommands(replaceHidden(text, toEscape));
}

/** The same for JSON that is already split into lines: its strings keep their values. */
export function toSafeJson(json: string): string {
  return escapeCommands(replaceHidden(json, (code, char) => (char === '\n' ? char : toEscape(code))));
}

/** The same for the text of a report that does not begin a line with `::` itself. */
export function toSafeLines(text: string): string {
  return escapeCommands(text).replace(
    /^([^\S\r\n\u2028\u2029]*):(?=:)/gm,
    (_, space: string) => space + toEscape(0x3a),
  );
}

function escapeCommands(text: string): string {
  return text.replace(command, toEscape(0x23));
}
