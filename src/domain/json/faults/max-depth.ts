import type {JsonValue} from '../json-value';

/**
 * The maximum depth for our own walks over a value or a text; they skip deeper parts. Tracked events have about five
 * levels.
 */
export const MAX_DEPTH = 256;

/** Beyond this, some readers fail, which is worth a warning. */
export const DEEP = 1000;

/**
 * Deeper values are reported and not passed on: JSON.parse supports millions of levels, but recursive code
 * (JSON.stringify, validators, views) runs out of stack.
 */
export const TOO_DEEP = 2000;

/**
 * Whether containers are nested more than `limit` deep; [] and {} count 1, scalars 0. The recursion is at most
 * `limit` deep, and it takes a twentieth of JSON.parse's time: `for in` does not create a list of keys.
 */
export function isDeeperThan(value: JsonValue, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) return value.some((entry) => isDeeperThan(entry, limit - 1));
  for (const key in value) {
    const entry = value[key];
    if (typeof entry === 'object' && isDeeperThan(entry, limit - 1)) return true;
  }
  return false;
}
