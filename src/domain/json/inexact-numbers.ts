import {findExactNumbers} from './find-exact-numbers';
import type {JsonValue} from './json-value';
import {locate} from './locate';

/** Numbers as they were written, by their pointer inside an event, if JavaScript shows them differently. */
export type ExactNumbers = ReadonlyMap<string, string>;

/**
 * Matches possible numbers that JavaScript does not show as written: those of 16 characters or more, those with an
 * exponent or so small that they get one, and -0. Decimals with a trailing zero are not included, since they lose
 * nothing.
 */
const SUSPECT =
  /[:,[\s](-0(?:\.0+)?|-?0\.0{6}\d+|-?\d[\d.]{15,}(?:[eE][+-]?\d+)?|-?\d[\d.]*[eE][+-]?\d+)(?=[\s,\]}]|$)/g;

/** Whether JSON text may contain a number that JSON.parse changes. Never false if there is one outside of strings. */
function mayBeInexact(text: string): boolean {
  for (const [, written = ''] of text.matchAll(SUSPECT)) {
    if (String(Number(written)) !== written) return true;
  }
  return false;
}

/**
 * The exact numbers of the events of a body, by event; an event without any is missing. Searches the text, and only
 * walks over it if the search finds something.
 */
export function findInexactNumbers(
  text: string,
  entries: readonly JsonValue[],
  toPointer: (index: number) => string,
): ReadonlyMap<number, ExactNumbers> {
  const found = new Map<number, ExactNumbers>();
  if (!mayBeInexact(text)) return found;
  const pointers = entries.map((_, index) => toPointer(index));
  const ranges = locate(text, pointers);
  for (const [index, pointer] of pointers.entries()) {
    const range = ranges.get(pointer);
    const entry = entries[index];
    if (range === undefined || entry === undefined) continue;
    const written = text.slice(range.start, range.end);
    if (!mayBeInexact(` ${written}`)) continue;
    const exact = findExactNumbers(entry, written, '');
    if (exact.size > 0) found.set(index, exact);
  }
  return found;
}
