import {parsePointer} from '../json/json-pointer';

/** `/properties/user_email` as people write it: `properties.user_email`; '' is "the event". */
export function toFieldName(pointer: string): string {
  const tokens = parsePointer(pointer) ?? [];
  return tokens.length === 0 ? 'the event' : tokens.join('.');
}
