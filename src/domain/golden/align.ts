import type {GoldenEvent} from './golden-session';
import {type Leaves, toLeaves, withoutNumber} from './leaves';

/** Two events that are treated as the same one. */
export interface Pair {
  before: number;
  after: number;
}

export interface Alignment {
  /** In the order of the later session. */
  pairs: Pair[];
  /** Indexes of what has no partner. */
  missing: number[];
  added: number[];
}

/** Among more than so many events of one name, those left over are paired in their order, not by likeness. */
const MAX_COMPARED = 200;

interface Item {
  index: number;
  leaves: ReadonlyMap<string, string>;
  print: string;
}

/**
 * Pairs the events of two sessions: of the same call and name, equal ones first, then those that are most alike; then, of
 * the same call, those that are equal but for their name, which may be masked.
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
  for (const item of [...left.missing]) {
    const partner = left.added.find(
      (other) =>
        before[item.index]?.call === after[other.index]?.call &&
        before[item.index]?.protocol === after[other.index]?.protocol &&
        item.leaves.size > 1 &&
        countEqual(item.leaves, other.leaves) >= Math.max(item.leaves.size, other.leaves.size) - 1,
    );
    if (partner === undefined) continue;
    pairs.push({before: item.index, after: partner.index});
    left.missing.splice(left.missing.indexOf(item), 1);
    left.added.splice(left.added.indexOf(partner), 1);
  }
  const toIndexes = (items: readonly Item[]) => items.map(({index}) => index).sort((a, b) => a - b);
  pairs.sort((a, b) => a.after - b.after);
  return {pairs, missing: toIndexes(left.missing), added: toIndexes(left.added)};
}

function groupItems(events: readonly GoldenEvent[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const [index, event] of events.entries()) {
    const key = JSON.stringify([event.protocol, event.call, event.name]);
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
  for (const item of after) byPrint.set(item.print, [...(byPrint.get(item.print) ?? []), item]);
  const added = new Set(after);
  const take = (item: Item, partner: Item) => {
    pairs.push({before: item.index, after: partner.index});
    added.delete(partner);
  };
  const unequal = before.filter((item) => {
    const partner = byPrint.get(item.print)?.shift();
    if (partner !== undefined) take(item, partner);
    return partner === undefined;
  });
  const missing = unequal.filter((item) => {
    const partner = findNearest(item, [...added].slice(0, MAX_COMPARED));
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
