import {isJsonObject, type JsonValue} from '../../json/json-value';

/** Equality as in JSON Schema: objects by their members in any order, numbers by value. */
export function areEqual(left: JsonValue, right: JsonValue): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((entry, index) => areEqual(entry, right[index] ?? null))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && areEqual(left[name] ?? null, right[name] ?? null))
  );
}
