import {escapeHidden} from '../bytes/hidden-characters';

/**
 * Inert text for a line or a table cell: a code span with more backticks than the text has in a row. Mentions and
 * addresses in it are not links either.
 */
export function toCodeSpan(text: string): string {
  const line = escapePipes(escapeHidden(text.replace(/\s+/g, ' ')));
  if (line.trim() === '') return '–';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return ticks + space + line + space + ticks;
}

/** Each backslash before a pipe is doubled: otherwise two would be an escaped backslash, and the pipe would end the cell. */
function escapePipes(line: string): string {
  let run = '';
  let escaped = '';
  for (const char of line) {
    escaped += char === '|' ? `${run}\\|` : char;
    run = char === '\\' ? `${run}\\` : '';
  }
  return escaped;
}

/** Text of several lines, unchanged except hidden characters: in a fence that is longer than any inside. */
export function toCodeBlock(text: string, language = ''): string {
  const shown = escapeHidden(text);
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === '`' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
