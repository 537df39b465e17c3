import {describe, expect, it} from 'vitest';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('bytes in an expectation', () => {
  it.each<[unknown, unknown]>([
    [bytes(), bytes()],
    [bytes(1, 2), bytes(1, 2)],
    [{body: [bytes(7)]}, {body: [bytes(7)]}],
    [bytes(0, 1, 2).subarray(1), bytes(1, 2)],
  ])('%j equals %j', (left, right) => {
    expect(left).toEqual(right);
    expect(left).toStrictEqual(right);
    expect([left]).toContainEqual(right);
  });

  it.each<[unknown, unknown]>([
    [bytes(1, 2), bytes(1, 3)],
    [bytes(1, 2), bytes(1)],
    [bytes(1), bytes(1, 2)],
    [bytes(1), [1]],
    [bytes(1), Buffer.from([1])],
    [bytes(1), Uint16Array.from([1])],
    [{body: bytes(1)}, {body: bytes(2)}],
  ])('%j is not %j', (left, right) => {
    expect(left).not.toEqual(right);
    expect(left).not.toStrictEqual(right);
  });
});
