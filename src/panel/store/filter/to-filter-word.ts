import {closeQuotes, type filterFields, WORD} from './parse-filter';

type Field = (typeof filterFields)[number];

/**
 * The word of the filter line that finds this value in that field, `user:"Amy Frank"`; null if there is none: the
 * value is empty, or quotes can't contain it.
 */
export function toFilterWord(field: Field, value: string): string | null {
  const text = toQuotable(value);
  if (text === '') return null;
  return /^[^\s"]+$/.test(text) && !text.endsWith(':') ? `${field}:${text}` : `${field}:"${text}"`;
}

/** The word that finds exactly this name, as far as quotes can contain it; null if there is none. */
export function toNameWord(name: string): string | null {
  return toFilterWord(toQuotable(name) === name ? 'event' : 'name', name);
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
