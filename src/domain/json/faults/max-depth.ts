import type {JsonValue} from '../json-value';

/**
 * Deeper values are reported and not handed on. JSON.parse takes millions of levels, but whoever walks the value by
 * calling itself (validators, serialisers, views) may not. Tracked events have about five.
 */
export const MAX_DEPTH = 256;

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
