import type {JsonEdit} from './json-edit';
import {applyTextChanges} from './text-change';
import {toTextChanges} from './to-text-changes';

/**
 * Makes the edits and leaves every character that they do not name as it is: digits, exponents, escapes, order,
 * duplicate keys, whitespace. Throws a JsonEditError if one of them cannot be made.
 */
export function applyEdits(text: string, edits: readonly JsonEdit[]): string {
  return applyTextChanges(text, toTextChanges(text, edits));
}
