import {expect, it} from 'vitest';
import {toMarker, withMarker} from './replay-marker';

it.each([
  ['https://a.test/b?c', 'https://a.test/b?c#track-inspector-replay=m1'],
  ['https://a.test/b#part', 'https://a.test/b#track-inspector-replay=m1'],
])('marks %s in its fragment and finds the mark again', (url, marked) => {
  expect(withMarker(url, 'm1')).toBe(marked);
  expect(toMarker(marked)).toBe('m1');
  expect(toMarker(url)).toBeNull();
});
