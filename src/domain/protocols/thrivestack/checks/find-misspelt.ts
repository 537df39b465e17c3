import {isBlank} from '../../../checks/placeholders';
import type {JsonObject} from '../../../json/json-value';

/** The name used instead of the field's, if it is one of the usual ones and has a value. */
export function findMisspelt(value: JsonObject, spellings: readonly string[]): string | null {
  return spellings.find((spelling) => Object.hasOwn(value, spelling) && !isBlank(value[spelling])) ?? null;
}
