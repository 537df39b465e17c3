import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';

/** A member that is a non-empty text; null for everything else. Own members only. */
export function getText(object: JsonObject, key: string): string | null {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A member that is an object; an empty one for everything else. */
export function getObject(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isJsonObject(value) ? value : {};
}

/** A member that is a list; an empty one for everything else. */
export function getList(object: JsonObject, key: string): readonly JsonValue[] {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return Array.isArray(value) ? value : [];
}

/** The texts of a list. */
export function getTexts(object: JsonObject, key: string): string[] {
  return getList(object, key).filter((entry) => typeof entry === 'string');
}

/** A version as in plans: a number, or a text. */
export function getVersion(object: JsonObject): string | number | null {
  const {version} = object;
  return typeof version === 'number' ? version : getText(object, 'version');
}
