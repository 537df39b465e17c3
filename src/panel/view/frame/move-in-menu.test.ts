import {expect, it} from 'vitest';
import {toTarget} from './move-in-menu';

it.each<[key: string, place: number, target: number | null]>([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 0],
  ['ArrowUp', -1, 2],
  ['ArrowUp', 0, 2],
  ['ArrowUp', 2, 1],
  ['Home', 1, 0],
  ['End', 1, 2],
  ['Enter', 1, null],
  ['Tab', 1, null],
])('%s in a menu of three goes from %i to %j', (key, place, target) => {
  expect(toTarget(key, place, 3)).toBe(target);
});
