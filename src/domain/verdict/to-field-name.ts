import {cutText} from '../bytes/hidden-characters';
import {parsePointer} from '../json/json-pointer';

const SHOWN = 60;
const MAX_KEYS = 10;

/**
 * `/properties/user_email` as people write it: `properties.user_email`; '' is "the event". Long keys are shortened, an
 * empty one is `""`, and of a very deep place the first keys are left out.
 */
export function toFieldName(pointer: string): string {
  const tokens = parsePointer(pointer) ?? [];
  const shown = tokens
    .slice(-MAX_KEYS)
    .map((token) => cutText(token, SHOWN) || '""')
    .join('.');
  return tokens.length > MAX_KEYS ? `….${shown}` : shown || 'the event';
}
