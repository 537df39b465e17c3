import {expect, it} from 'vitest';
import {createReach} from './create-reach';

function watchReach() {
  const wide: boolean[] = [];
  const reach = createReach({set: (wanted) => wide.push(wanted)});
  return {reach, isWide: () => wide.at(-1)};
}

it('hears all addresses until nobody needs them', () => {
  const {reach, isWide} = watchReach();
  reach.need('endpoints of the user', false);
  expect(isWide()).toBe(true);
  reach.need('replays', false);
  expect(isWide()).toBe(false);
});

it('hears them again when somebody needs them', () => {
  const {reach, isWide} = watchReach();
  reach.need('endpoints of the user', false);
  reach.need('replays', false);
  reach.need('replays', true);
  expect(isWide()).toBe(true);
  reach.need('endpoints of the user', false);
  expect(isWide()).toBe(true);
});
