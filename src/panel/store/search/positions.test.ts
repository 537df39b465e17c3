import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {propertyOptions} from '../../../domain/testing/property-options';
import {findInColumn, toColumn} from './column';
import {intersect, type Positions, subtract, toPositions, unite} from './positions';

const all = [0, 1, 2, 3, 4, 5, 6, 7];
const some = fc
  .subarray(all)
  .map((kept): Positions => toPositions(all.length, (position) => kept.includes(position)));
const toList = (positions: Positions) => (positions === 'all' ? all : positions);

describe('positions of events', () => {
  it('are what both have, what one has, or what the second lacks, in order', () => {
    fc.assert(
      fc.property(some, some, (left, right) => {
        const isRight = (position: number) => toList(right).includes(position);
        expect(toList(intersect(left, right))).toEqual(toList(left).filter(isRight));
        const isLeft = (position: number) => toList(left).includes(position);
        expect(toList(unite(left, right, all.length))).toEqual(
          all.filter((position) => isLeft(position) || isRight(position)),
        );
        expect(toList(subtract(left, right, all.length))).toEqual(
          toList(left).filter((position) => !isRight(position)),
        );
      }),
      propertyOptions(20_000),
    );
  });

  it('are found in a column as in each text by itself', () => {
    const texts = [null, 'Łódź', 'user-1', 'USER-1', '', 'user-10'];
    const column = toColumn(texts);
    expect(findInColumn(column, 'łó')).toEqual([1]);
    expect(findInColumn(column, 'user-1')).toEqual([2, 3, 5]);
    expect(findInColumn(column, 'x')).toEqual([]);
    expect(findInColumn(toColumn(['a', 'A', 'ab']), 'a')).toBe('all');
  });
});
