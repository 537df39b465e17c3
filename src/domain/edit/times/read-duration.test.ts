import {expect, it} from 'vitest';
import {readDuration} from './read-duration';

it.each([
  ['1h', 3_600_000],
  ['+90 min', 5_400_000],
  ['-1d 2h', -93_600_000],
  ['\u22121w', -604_800_000],
  ['1.5h', 5_400_000],
  ['2d3h4m5s6ms', 183_845_006],
  [' 500 MS ', 500],
])('reads %s', (text, milliseconds) => {
  expect(readDuration(text)).toBe(milliseconds);
});

it.each(['', '-', '5', 'h', '1h -2m', '1y', '1h and a bit', '0.5ms', '99999999999999999w', '1..5h'])(
  'reads no duration in “%s”',
  (text) => {
    expect(readDuration(text)).toBeNull();
  },
);
