import fc from 'fast-check';
import {afterEach, describe, expect, it, vi} from 'vitest';
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
    ['"sign up', `"sign up" ${words}`],
    ['is:error "', `is:error "" ${words}`],
    ['-prop:plan="free trial', `-prop:plan="free trial" ${words}`],
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
        expect(readTimeRange(writeTimeRange('', wanted))).toEqual(wanted);
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

describe('a range of time on the day when the clocks are set back', () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** Two hours ahead of UTC until that moment, and one hour ahead after it; the same zone on every machine. */
  const change = Date.parse('2026-10-25T01:00Z');
  const toOffset = (at: number) => (at < change ? 120 : 60);
  const TrueDate = Date;
  class LocalDate extends TrueDate {
    static override parse(text: string): number {
      const asUtc = TrueDate.parse(`${text}Z`);
      // Already with an offset.
      if (Number.isNaN(asUtc)) return TrueDate.parse(text);
      const first = asUtc - 120 * 60_000;
      return toOffset(first) === 120 ? first : asUtc - 60 * 60_000;
    }
    override getTimezoneOffset = () => -toOffset(this.getTime());
    override getDate = () => this.#shifted().getUTCDate();
    override getHours = () => this.#shifted().getUTCHours();
    #shifted = () => new TrueDate(this.getTime() + toOffset(this.getTime()) * 60_000);
  }

  it.each([
    ['00:10', '00:50', 'after:2026-10-25T02:10:00.000 before:2026-10-25T02:50:00.000'],
    ['00:50', '01:10', 'after:2026-10-25T02:50:00.000 before:2026-10-25T02:10:00.000+01:00'],
    ['01:10', '02:10', 'after:2026-10-25T02:10:00.000+01:00 before:2026-10-25T03:10:00.000'],
  ])('stays the same: from %s to %s UTC is %s', (start, end, expected) => {
    const wanted = {from: Date.parse(`2026-10-25T${start}Z`), to: Date.parse(`2026-10-25T${end}Z`)};
    vi.stubGlobal('Date', LocalDate);
    const line = writeTimeRange('', wanted);
    expect([line, readTimeRange(line)]).toEqual([expected, wanted]);
  });
});
