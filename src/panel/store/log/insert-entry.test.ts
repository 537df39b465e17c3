import fc from 'fast-check';
import {expect, it} from 'vitest';
import {insertEntry} from './insert-entry';

const anEntry = fc.record({at: fc.nat({max: 3}), next: fc.nat({max: 3}), id: fc.string({maxLength: 2})});

it('sorts entries by time and ID, in whatever order they arrive and change', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anEntry, {selector: ({id}) => id, maxLength: 12}), (all) => {
      const list: typeof all = [];
      for (const entry of all) insertEntry(list, entry);
      const changed = all.map((old) => ({...old, at: old.next}));
      for (const [place, old] of all.entries()) insertEntry(list, changed[place] ?? old, old);
      const sorted = changed.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
      expect(list).toEqual(sorted);
    }),
  );
});
