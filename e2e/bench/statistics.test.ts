import {expect, test} from 'vitest';
import {createRandom} from '../scenarios/transports/create-random';
import {toInterval, toMedian, toQuantile} from './statistics';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
])('the median of %j is %d', (values, median) => {
  expect(toMedian(values)).toBe(median);
});

test('the 95th percentile of 1 to 100 is 96: five are as large or larger', () => {
  const values = Array.from({length: 100}, (_, index) => 100 - index);
  expect(toQuantile(values, 0.95)).toBe(96);
});

test('the interval lies around the median, within the values', () => {
  const values = [1.01, 0.98, 1.03, 1.0, 1.02, 0.99, 1.01, 1.04, 0.97, 1.01];
  const [low, high] = toInterval(values, createRandom('7').random);
  expect(low).toBeGreaterThanOrEqual(0.98);
  expect(low).toBeLessThanOrEqual(1.01);
  expect(high).toBeGreaterThanOrEqual(1.01);
  expect(high).toBeLessThanOrEqual(1.04);
});
