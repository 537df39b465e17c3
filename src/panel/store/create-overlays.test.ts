import {expect, it} from 'vitest';
import {createOverlays, type Overlays} from './create-overlays';

const golden = {
  file: 'flow.golden.json',
  session: {events: []},
  mask: [],
  differences: null,
  unread: 0,
  isOpen: true,
};
const ways: Record<string, (overlays: Overlays) => void> = {
  pasting: ({paste}) => paste('curl https://h.test'),
  resending(overlays) {
    overlays.closeBeside();
    overlays.resending.value = ['a'];
  },
  comparing(overlays) {
    overlays.closeBeside();
    overlays.comparing.value = {first: {id: 'a', event: 0}, second: {id: 'b', event: 0}};
  },
  golden(overlays) {
    overlays.closeBeside();
    overlays.golden.value = golden;
  },
};
const names = Object.keys(ways);

function listOpen(overlays: Overlays): string[] {
  const isOpen = (name: string) =>
    name === 'golden'
      ? overlays.golden.value?.isOpen
      : {pasting: overlays.pasting, resending: overlays.resending, comparing: overlays.comparing}[name]
          ?.value;
  return names.filter((name) => (isOpen(name) ?? false) !== false);
}

it.each(names.flatMap((first) => names.map((second) => [first, second])))(
  'only one stands beside the list: %s, then %s',
  (first, second) => {
    const overlays = createOverlays();
    ways[first ?? '']?.(overlays);
    ways[second ?? '']?.(overlays);
    expect(listOpen(overlays)).toEqual([second]);
  },
);

it('keeps the marks of a golden session that no longer stands there', () => {
  const overlays = createOverlays();
  ways.golden?.(overlays);
  overlays.paste('');
  expect(overlays.golden.value).toEqual({...golden, isOpen: false});
});
