import {escapeHidden} from '../bytes/hidden-characters';

/**
 * Text in which nothing is markup, in a line of its own or a cell of a table: a code span, whose ticks outnumber those
 * within. Mentions and addresses in it are no links either.
 */
export function toCodeSpan(text: string): string {
  const line = escapePipes(escapeHidden(text.replace(/\s+/g, ' ')));
  if (line.trim() === '') return '–';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return ticks + space + line + space + ticks;
}

/** Where backslashes stand before a pipe, one more for each: two of them would be an escaped one, and end the cell. */
function escapePipes(line: string): string {
  let run = '';
  let escaped = '';
  for (const char of line) {
    escaped += char === '|' ? `${run}\\|` : char;
    run = char === '\\' ? `${run}\\` : '';
  }
  return escaped;
}

/** Text of any number of lines, as it is but for hidden characters: a fence that is longer than any within. */
export function toCodeBlock(text: string, language = ''): string {
  const shown = escapeHidden(text);
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** The number of backticks in the longest run of them. */
function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === '`' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
