import {writeExact} from './exact-value';
import {closeQuotes, type filterFields, WORD} from './parse-filter';

type Field = (typeof filterFields)[number];

/**
 * The word of the filter line that finds this value in that field, `user:"Amy Frank"`; null if there is none: the
 * value is empty, or quotes can't contain it.
 */
export function toFilterWord(field: Field, value: string): string | null {
  const text = toQuotable(field === 'prop' ? value : value.replace(/^=+/, ''));
  return text === '' ? null : toWord(field, text);
}

function toWord(field: Field, text: string): string {
  return /^(?!=$)[^\s"]*[^\s":]$/.test(text) ? `${field}:${text}` : `${field}:"${text}"`;
}

/** The word that finds this value in that field and no other, `user:=766b`, whatever its characters are. */
export function toExactWord(field: Field, value: string): string {
  return toWord(field, writeExact(value));
}

/**
 * The longest part without a quotation mark, which would end the word, or a line break, which the single line drops: it
 * finds the value as well.
 */
function toQuotable(value: string): string {
  let longest = '';
  for (const part of value.split(/["\r\n]/)) if (part.length > longest.length) longest = part;
  return longest;
}

/** The line with the word appended; unchanged if it is one of its words. */
export function addFilterWord(line: string, word: string): string {
  if ([...line.matchAll(WORD)].some(([known]) => known === word)) return line;
  return line.trim() === '' ? word : `${closeQuotes(line).trimEnd()} ${word}`;
}
