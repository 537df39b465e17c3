import type {JsonEdit} from './json-edit';
import {applyTextChanges} from './text-change';
import {toTextChanges} from './to-text-changes';

/**
 * Applies the edits and keeps all other characters unchanged: digits, exponents, escapes, order, duplicate keys,
 * whitespace. Throws a JsonEditError if one of them cannot be applied.
 */
export function applyEdits(text: string, edits: readonly JsonEdit[]): string {
  return applyTextChanges(text, toTextChanges(text, edits));
}
