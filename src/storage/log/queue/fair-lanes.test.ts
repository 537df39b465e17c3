import {describe, expect, it} from 'vitest';
import {createFairLanes} from './fair-lanes';

function fill(items: readonly [lane: number, item: string][]) {
  const lanes = createFairLanes<string>((item) => item.length);
  for (const [lane, item] of items) lanes.add(lane, item);
  return lanes;
}

describe('fair lanes', () => {
  it('lets a short lane pass a long one, and keeps the order within each', () => {
    const lanes = fill([
      [1, 'a1'],
      [1, 'a2'],
      [1, 'a3'],
      [1, 'a4'],
      [2, 'b1'],
      [2, 'b2'],
    ]);
    expect(lanes.take(4, 100)).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(lanes.size).toBe(2);
    expect(lanes.take(4, 100)).toEqual(['a3', 'a4']);
    expect(lanes.take(4, 100)).toEqual([]);
  });

  it('goes on with the lane whose turn it is', () => {
    const lanes = fill([
      [1, 'a1'],
      [2, 'b1'],
      [1, 'a2'],
      [2, 'b2'],
    ]);
    expect(lanes.take(1, 100)).toEqual(['a1']);
    expect(lanes.take(1, 100)).toEqual(['b1']);
    lanes.add(3, 'c1');
    expect(lanes.take(1, 100)).toEqual(['a2']);
    expect(lanes.take(1, 100)).toEqual(['b2']);
    expect(lanes.take(1, 100)).toEqual(['c1']);
  });

  it('stops at a weight, and takes one that weighs more by itself', () => {
    const lanes = fill([
      [1, 'x'.repeat(50)],
      [1, 'y'],
      [2, 'z'],
    ]);
    expect(lanes.take(9, 10)).toEqual(['x'.repeat(50)]);
    expect(lanes.take(9, 10)).toEqual(['y', 'z']);
  });
});
