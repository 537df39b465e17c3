import {ChangeSet} from '@codemirror/state';
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {propertyOptions} from '../../../../../domain/testing/property-options';
import {keepRanges} from './keep-ranges';

const LENGTH = 60;

/** Sorted numbers, as pairs of start and end that do not overlap. */
const pairs = fc
  .uniqueArray(fc.nat({max: LENGTH}), {maxLength: 24})
  .map((numbers) => numbers.toSorted((a, b) => a - b))
  .map((numbers) => numbers.slice(0, numbers.length - (numbers.length % 2)));
const inserts = fc.array(fc.constantFrom('', 'a', 'bcd'), {minLength: 12, maxLength: 12});

it('keeps of each range the characters that stay, whatever is deleted and inserted', () => {
  fc.assert(
    fc.property(pairs, pairs, inserts, (ranges, places, texts) => {
      const changes = toPairs(places).map(([from, to], index) => ({from, to, insert: texts[index] ?? ''}));
      const kept = keepRanges(ranges, ChangeSet.of(changes, LENGTH));
      expect(toPairs(kept)).toEqual(keepOneByOne(toPairs(ranges), changes));
    }),
    propertyOptions(2_000),
  );
});

it('keeps what stands before a deletion that reaches beyond the range', () => {
  expect(keepRanges([0, 2], ChangeSet.of({from: 1, to: 3}, LENGTH))).toEqual([0, 1]);
});

function toPairs(flat: readonly number[]): [number, number][] {
  return Array.from({length: flat.length / 2}, (_, index) => [
    flat[index * 2] ?? 0,
    flat[index * 2 + 1] ?? 0,
  ]);
}

/** The same, character by character: each has the number of its range. */
function keepOneByOne(
  ranges: readonly [number, number][],
  changes: readonly {from: number; to: number; insert: string}[],
): [number, number][] {
  const owners: (number | null)[] = Array.from({length: LENGTH}, (_, place) => {
    const owner = ranges.findIndex(([from, to]) => from <= place && place < to);
    return owner < 0 ? null : owner;
  });
  for (const {from, to, insert} of changes.toReversed()) {
    owners.splice(from, to - from, ...Array.from({length: insert.length}, () => null));
  }
  const kept: [number, number][] = [];
  owners.forEach((owner, place) => {
    const last = kept.at(-1);
    if (owner === null) return;
    if (last && last[1] === place && owners[place - 1] === owner) last[1] = place + 1;
    else kept.push([place, place + 1]);
  });
  return kept;
}
