import type {JsonValue} from './json-value';

/**
 * Deeper values are reported and not handed on. JSON.parse takes a million levels, but whoever walks the value by
 * calling itself (validators, serialisers, views) may not. Tracked events have about five.
 */
export const MAX_DEPTH = 256;

/** Whether containers nest more than `limit` deep; [] and {} count 1, scalars 0. Does not recurse. */
export function isDeeperThan(value: JsonValue, limit: number): boolean {
  let level: JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const containers = level.filter((entry) => typeof entry === 'object' && entry !== null);
    if (containers.length > 0 && depth >= limit) return true;
    level = containers.flatMap((container) => Object.values(container as object) as JsonValue[]);
  }
  return false;
}
