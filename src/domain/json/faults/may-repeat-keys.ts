import type {JsonValue} from '../json-value';
import {COLON, endOfString, skipWhitespace} from '../scan';

/**
 * Whether a key may occur twice in one object of a text. `value` is the result of JSON.parse: an object has one
 * member for each of its keys, so if both have the same number, no key was dropped. Costs less than parsing, and a
 * third of finding the keys. Never false if there is a duplicate; `value` is not deeper than `readJsonText` accepts.
 */
export function mayRepeatKeys(text: string, value: JsonValue): boolean {
  return countKeys(text) !== countMembers(value);
}

/** Only a key has a colon after its closing quote. */
function countKeys(text: string): number {
  let count = 0;
  let quote = text.indexOf('"');
  while (quote >= 0) {
    const end = skipWhitespace(text, endOfString(text, quote));
    if (text.charCodeAt(end) === COLON) count++;
    quote = text.indexOf('"', end);
  }
  return count;
}

function countMembers(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Array.isArray(value) ? value : Object.values(value);
  let count = Array.isArray(value) ? 0 : members.length;
  for (const member of members) count += countMembers(member);
  return count;
}
