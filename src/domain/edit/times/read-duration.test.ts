import fc from 'fast-check';
import {expect, it} from 'vitest';
import {readDuration} from './read-duration';

it.each([
  ['1h', 3_600_000],
  ['+90 min', 5_400_000],
  ['-1d 2h', -93_600_000],
  ['\u22121w', -604_800_000],
  ['1.5h', 5_400_000],
  ['2.3h', 8_280_000],
  ['1.005s', 1_005],
  ['0.1d 4.35m', 8_901_000],
  ['2d3h4m5s6ms', 183_845_006],
  [' 500 MS ', 500],
])('reads %s', (text, milliseconds) => {
  expect(readDuration(text)).toBe(milliseconds);
});

it.each([
  '',
  '-',
  '5',
  'h',
  '1h -2m',
  '1y',
  '1h and a bit',
  '0.5ms',
  '1.0005s',
  '99999999999999999w',
  '1..5h',
])('reads no duration in “%s”', (text) => {
  expect(readDuration(text)).toBeNull();
});

it('reads every whole number of milliseconds, whichever unit it is written in', () => {
  const units = [
    ['ms', 0],
    ['s', 3],
  ] as const;
  fc.assert(
    fc.property(fc.nat({max: 10_000_000_000}), fc.constantFrom(...units), (milliseconds, [unit, digits]) => {
      const text = String(milliseconds).padStart(digits + 1, '0');
      const point = text.length - digits;
      const written = digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
      expect(readDuration(`${written}${unit}`)).toBe(milliseconds);
    }),
  );
});
