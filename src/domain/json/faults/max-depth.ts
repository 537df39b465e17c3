import type {JsonValue} from '../json-value';

/** How deep our own walks over a value or a text go; they skip what is deeper. Tracked events have about five levels. */
export const MAX_DEPTH = 256;

/** Beyond this, readers begin to fail: worth a warning. */
export const DEEP = 1000;

/**
 * Deeper values are reported and not handed on: JSON.parse takes millions of levels, but code that walks the value by
 * calling itself (JSON.stringify, validators, views) runs out of stack.
 */
export const TOO_DEEP = 2000;

/**
 * Whether containers nest more than `limit` deep; [] and {} count 1, scalars 0. Calls itself at most `limit` times
 * deep, and costs a twentieth of JSON.parse: `for in` makes no list of keys.
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
