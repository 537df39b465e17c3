import {expect, it} from 'vitest';
import {isTime, toIsoTime} from './captured-time';

it.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [1_777_532_927_079.4, '2026-04-30T07:08:47.079Z'],
  [8.64e15, '+275760-09-13T00:00:00.000Z'],
  [-8.64e15, '-271821-04-20T00:00:00.000Z'],
])('writes %j as a time', (at, text) => expect(toIsoTime(at)).toBe(text));

it.each([null, Number.NaN, 1e300, 8.64e15 + 1, -8.7e15, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'has no time for %j',
  (at) => {
    expect(isTime(at)).toBe(false);
    expect(toIsoTime(at)).toBeNull();
  },
);
