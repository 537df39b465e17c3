import type {JsonValue} from '../json/json-value';
import {findPlaceholder, isBlank} from './placeholders';

/**
 * Whether a value can be an ID: a number, or text that is neither empty nor what programs and documents write in place
 * of one. Words such as "unassigned" may be intended.
 */
export function isRealId(value: JsonValue | undefined): value is string | number {
  if (typeof value !== 'string') return typeof value === 'number';
  const kind = findPlaceholder(value);
  return !isBlank(value) && kind !== 'unset' && kind !== 'template';
}
