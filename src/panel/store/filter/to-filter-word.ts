import type {filterFields} from './parse-filter';

type Field = (typeof filterFields)[number];

/**
 * The word of the filter line that finds this value in that field, `user:"Amy Frank"`; null where no word can: there
 * is nothing to find, or what quotes can't hold.
 */
export function toFilterWord(field: Field, value: string): string | null {
  const text = toQuotable(value);
  if (text === '') return null;
  return /^[^\s"]+$/.test(text) && !text.endsWith(':') ? `${field}:${text}` : `${field}:"${text}"`;
}

/** The word that finds this name and no longer one, as far as quotes can hold it; null where no word can. */
export function toNameWord(name: string): string | null {
  return toFilterWord(name.includes('"') ? 'name' : 'event', name);
}

/** The longest part without a quotation mark, which the filter line reads as an end: it finds the value as well. */
function toQuotable(value: string): string {
  let longest = '';
  for (const part of value.split('"')) if (part.length > longest.length) longest = part;
  return longest;
}

/** The line with the word behind it; the same line where that word is in it. */
export function addFilterWord(line: string, word: string): string {
  if (` ${line} `.includes(` ${word} `)) return line;
  return line.trim() === '' ? word : `${line.trimEnd()} ${word}`;
}
