import {diffArrays} from 'diff';

/** One row of two aligned lists; null: no entry on that side. */
export interface AlignedPair {
  before: number | null;
  after: number | null;
  isSame: boolean;
}

/**
 * The maximum number of insertions and removals in the exact search. Its time is quadratic in them; beyond this,
 * lists are paired by position, so that 2 MB of different text take a moment and not minutes.
 */
const maxEdits = 600;

/** Aligns two lists: equal entries and entries that changed in place are paired, the others are not. */
export function alignLists(before: readonly string[], after: readonly string[]): AlignedPair[] {
  const head = countCommonHead(before, after);
  const tail = countCommonTail(before, after, head);
  const middleBefore = before.slice(head, before.length - tail);
  const middleAfter = after.slice(head, after.length - tail);
  return [
    ...range(head).map((index) => pairSame(index, index)),
    ...alignMiddle(middleBefore, middleAfter).map((pair) => shift(pair, head)),
    ...range(tail).map((index) => pairSame(before.length - tail + index, after.length - tail + index)),
  ];
}

function alignMiddle(before: readonly string[], after: readonly string[]): AlignedPair[] {
  if (before.length === after.length && isMostlyAlike(before, after)) return pairByPosition(before, after);
  const changes = diffArrays([...before], [...after], {maxEditLength: maxEdits});
  if (changes === undefined) return pairByPosition(before, after);
  const pairs: AlignedPair[] = [];
  let [left, right] = [0, 0];
  let removed = 0;
  const flush = (added: number) => {
    pairs.push(...pairBlock(left, removed, right, added));
    left += removed;
    right += added;
    removed = 0;
  };
  for (const change of changes) {
    if (change.removed) removed = change.value.length;
    else if (change.added) flush(change.value.length);
    else {
      flush(0);
      pairs.push(...change.value.map(() => pairSame(left++, right++)));
    }
  }
  flush(0);
  return pairs;
}

/** The same kind of fix in many events: the same number of lines, most of them equal. */
function isMostlyAlike(before: readonly string[], after: readonly string[]): boolean {
  return before.filter((item, index) => item === after[index]).length * 2 >= before.length;
}

function pairByPosition(before: readonly string[], after: readonly string[]): AlignedPair[] {
  return pairBlock(0, before.length, 0, after.length).map((pair) => ({
    ...pair,
    isSame: pair.before !== null && pair.after !== null && before[pair.before] === after[pair.after],
  }));
}

function pairBlock(left: number, removed: number, right: number, added: number): AlignedPair[] {
  return range(Math.max(removed, added)).map((index) => ({
    before: index < removed ? left + index : null,
    after: index < added ? right + index : null,
    isSame: false,
  }));
}

function pairSame(before: number, after: number): AlignedPair {
  return {before, after, isSame: true};
}

function shift({before, after, isSame}: AlignedPair, by: number): AlignedPair {
  return {before: before === null ? null : before + by, after: after === null ? null : after + by, isSame};
}

function countCommonHead(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count++;
  return count;
}

function countCommonTail(before: readonly string[], after: readonly string[], head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let count = 0;
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count++;
  return count;
}

function range(length: number): number[] {
  return Array.from({length}, (_, index) => index);
}
