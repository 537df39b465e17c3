import {parsePointer} from '../json/json-pointer';

const SHOWN = 60;

/** `/properties/user_email` as people write it: `properties.user_email`; '' is "the event". Long keys are shortened. */
export function toFieldName(pointer: string): string {
  const tokens = parsePointer(pointer) ?? [];
  return tokens.length === 0 ? 'the event' : tokens.slice(0, 10).map(shorten).join('.');
}

function shorten(token: string): string {
  return token.length > SHOWN ? `${token.slice(0, SHOWN)}…` : token;
}
