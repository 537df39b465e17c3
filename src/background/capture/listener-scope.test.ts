import {expect, it} from 'vitest';
import {createListenerScope} from './listener-scope';

function watchReach() {
  const wide: boolean[] = [];
  const listenerScope = createListenerScope({set: (wanted) => wide.push(wanted)});
  return {listenerScope, isWide: () => wide.at(-1)};
}

it('hears all addresses as long as they are needed', () => {
  const {listenerScope, isWide} = watchReach();
  listenerScope.need('endpoints of the user', false);
  expect(isWide()).toBe(true);
  listenerScope.need('replays', false);
  expect(isWide()).toBe(false);
});

it('hears them again when somebody needs them', () => {
  const {listenerScope, isWide} = watchReach();
  listenerScope.need('endpoints of the user', false);
  listenerScope.need('replays', false);
  listenerScope.need('replays', true);
  expect(isWide()).toBe(true);
  listenerScope.need('endpoints of the user', false);
  expect(isWide()).toBe(true);
});
