import type {Pair} from './align';

/**
 * The pairs with a different relative position: all that are not in the longest sequence that kept its order. `pairs`
 * in the order of the later session.
 */
export function findMoved(pairs: readonly Pair[]): Pair[] {
  const kept = new Set(findLongestRun(pairs));
  return pairs.filter((pair) => !kept.has(pair));
}

/** Patience sorting: takes O(n log n). */
function findLongestRun(pairs: readonly Pair[]): Pair[] {
  const ends: Pair[] = [];
  const previous = new Map<Pair, Pair | undefined>();
  for (const pair of pairs) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.before ?? 0) < pair.before) low = middle + 1;
      else high = middle;
    }
    previous.set(pair, ends[low - 1]);
    ends[low] = pair;
  }
  const run: Pair[] = [];
  for (let pair = ends.at(-1); pair !== undefined; pair = previous.get(pair)) run.push(pair);
  return run.reverse();
}
