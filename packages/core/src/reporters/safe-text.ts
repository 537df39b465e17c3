import {replaceHidden, toEscape} from '../domain';

/** The beginning of a command of a CI runner. */
const command = /#(?=#(?:\[|vso\[))/g;

/**
 * Captured text for one line: nothing in it is obeyed, everything in it can be read. GitHub and Azure take `##[` and
 * `##vso[` for commands wherever in a line they stand; `::` only at its beginning, where no reporter puts such text.
 */
export function toSafeText(text: string): string {
  return escapeCommands(replaceHidden(text, toEscape));
}

/** The same inside JSON, which is laid out in lines already: its strings stay equal. */
export function toSafeJson(json: string): string {
  return escapeCommands(replaceHidden(json, (code, char) => (char === '\n' ? char : toEscape(code))));
}

function escapeCommands(text: string): string {
  return text.replace(command, toEscape(0x23));
}
