import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readTime, readTimeRange, writeTimeRange} from './time-words';

const range = {
  from: new Date(2026, 10, 22, 15, 51, 12, 204).getTime(),
  to: new Date(2026, 10, 22, 16).getTime(),
};
const words = 'after:2026-11-22T15:51:12.204 before:2026-11-22T16:00:00.000';

describe('a range of time in the filter line', () => {
  it.each([
    ['', words],
    ['is:error', `is:error ${words}`],
    [`${words.toLowerCase()} is:error`, `is:error ${words}`],
    ['after:2020-01-01 is:error  before:x', `is:error ${words}`],
    ['thereafter:5', `thereafter:5 ${words}`],
    ['name:"a  after:2026-11-22 b"', `name:"a  after:2026-11-22 b" ${words}`],
    ['after:"2026-11-22 15:51" -after:2026-11-23', `-after:2026-11-23 ${words}`],
  ])('is written into %j', (line, expected) => {
    expect(writeTimeRange(line, range)).toBe(expected);
  });

  it('is taken out, and all else stays', () => {
    expect(writeTimeRange(`is:error ${words} user:7`, null)).toBe('is:error user:7');
  });

  it('has in it what is at its ends, also where the browser tells parts of a millisecond', () => {
    const told = {from: range.from + 0.7, to: range.to + 0.2};
    const read = readTimeRange(writeTimeRange('', told));
    expect(read).toEqual({from: range.from, to: range.to + 1});
  });

  it('is read back, whatever it is', () => {
    const time = fc.integer({min: 0, max: 4e12});
    fc.assert(
      fc.property(time, time, (one, other) => {
        const wanted = {from: Math.min(one, other), to: Math.max(one, other)};
        // On some days an hour of local time occurs twice, and the two can't be distinguished.
        const shifted = readTimeRange(writeTimeRange('', wanted));
        expect(shifted === null ? null : [shifted.from % 3_600_000, shifted.to % 3_600_000]).toEqual([
          wanted.from % 3_600_000,
          wanted.to % 3_600_000,
        ]);
      }),
    );
  });

  it.each([['after:2026-11-22'], ['before:2026-11-22 after:2026-11-23'], ['after:x before:y'], ['']])(
    'is not one: %j',
    (line) => {
      expect(readTimeRange(line)).toBeNull();
    },
  );

  it('may be of words in any case', () => {
    expect(readTime('2026-11-22t15:51:12.204')).toBe(range.from);
    expect(readTime('soon')).toBeNull();
  });

  it('counts in local time, also for a date alone', () => {
    expect(readTime('2026-11-22')).toBe(new Date(2026, 10, 22).getTime());
    expect(readTime('2026-11-22 15:51')).toBe(new Date(2026, 10, 22, 15, 51).getTime());
    expect(['5', '2026', '15:51', '2026-13-40', '2026-11-22x'].map(readTime)).toEqual(Array(5).fill(null));
  });
});
