import {takeFirst} from '../take-first';
import {type GoldenEvent, toKey} from './golden-session';
import {type Leaves, toLeaves, withoutNumber} from './leaves';

/** Two events that are treated as the same one. */
export interface Pair {
  before: number;
  after: number;
}

export interface Alignment {
  /** In the order of the later session. */
  pairs: Pair[];
  /** Indexes of the events without a partner. */
  missing: number[];
  added: number[];
}

/**
 * An event is compared with at most this many remaining events, in their order, so that the time for thousands of
 * different events is proportional to their number.
 */
const MAX_COMPARED = 200;

interface Item {
  index: number;
  leaves: ReadonlyMap<string, string>;
  print: string;
}

/**
 * Pairs the events of two sessions: with the same call and name, equal ones first, then the most similar ones; then,
 * with the same call, events that only differ in their name, which may be masked.
 */
export function alignEvents(before: readonly GoldenEvent[], after: readonly GoldenEvent[]): Alignment {
  const pairs: Pair[] = [];
  const left = {missing: [] as Item[], added: [] as Item[]};
  const [old, now] = [groupItems(before), groupItems(after)];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const rest = pairGroup(old.get(key) ?? [], now.get(key) ?? [], pairs);
    left.missing.push(...rest.missing);
    left.added.push(...rest.added);
  }
  const added = new Set(left.added);
  const missing = left.missing.filter((item) => {
    const isRenamed = (other: Item) =>
      before[item.index]?.call === after[other.index]?.call &&
      before[item.index]?.protocol === after[other.index]?.protocol &&
      item.leaves.size > 1 &&
      countEqual(item.leaves, other.leaves) >= Math.max(item.leaves.size, other.leaves.size) - 1;
    const partner = takeFirst(added, MAX_COMPARED).find(isRenamed);
    if (partner === undefined) return true;
    pairs.push({before: item.index, after: partner.index});
    added.delete(partner);
    return false;
  });
  const toIndexes = (items: readonly Item[]) => items.map(({index}) => index).sort((a, b) => a - b);
  pairs.sort((a, b) => a.after - b.after);
  return {pairs, missing: toIndexes(missing), added: toIndexes([...added])};
}

function groupItems(events: readonly GoldenEvent[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const [index, event] of events.entries()) {
    const key = toKey(event);
    const leaves = new Map([...toLeaves(event)].map(([pointer, leaf]) => [pointer, withoutNumber(leaf)]));
    const item = {index, leaves, print: JSON.stringify([...leaves].sort())};
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function pairGroup(before: readonly Item[], after: readonly Item[], pairs: Pair[]) {
  const byPrint = new Map<string, Item[]>();
  // In reverse, since they are taken from the end.
  for (const item of after.toReversed()) {
    const same = byPrint.get(item.print);
    if (same) same.push(item);
    else byPrint.set(item.print, [item]);
  }
  const added = new Set(after);
  const take = (item: Item, partner: Item) => {
    pairs.push({before: item.index, after: partner.index});
    added.delete(partner);
  };
  const unequal = before.filter((item) => {
    const partner = byPrint.get(item.print)?.pop();
    if (partner !== undefined) take(item, partner);
    return partner === undefined;
  });
  const missing = unequal.filter((item) => {
    const partner = findNearest(item, takeFirst(added, MAX_COMPARED));
    if (partner !== undefined) take(item, partner);
    return partner === undefined;
  });
  return {missing, added: [...added]};
}

function findNearest(item: Item, candidates: readonly Item[]): Item | undefined {
  const counted = candidates.map((candidate) => ({
    candidate,
    equal: countEqual(item.leaves, candidate.leaves),
  }));
  const best = Math.max(...counted.map(({equal}) => equal));
  return counted.find(({equal}) => equal === best)?.candidate;
}

function countEqual(one: Leaves, other: Leaves): number {
  let count = 0;
  for (const [pointer, leaf] of one) if (other.get(pointer) === leaf) count++;
  return count;
}
