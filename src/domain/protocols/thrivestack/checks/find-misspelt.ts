import type {JsonObject} from '../../../json/json-value';

/** What a field was called instead, if one of the usual ways. */
export function findMisspelt(value: JsonObject, spellings: readonly string[]): string | null {
  return spellings.find((spelling) => Object.hasOwn(value, spelling)) ?? null;
}
