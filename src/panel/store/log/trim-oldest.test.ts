import {describe, expect, it} from 'vitest';
import {aRequest} from '../test-support/a-request';
import {anInspection} from '../test-support/an-inspection';
import {toLogEntry} from './log-entry';
import {trimOldest} from './trim-oldest';

const anEntry = (id: string) =>
  toLogEntry(aRequest({id, pinned: id.startsWith('pinned')}), anInspection({requestId: id}), 0);

describe('trimOldest', () => {
  it.each([
    [['a', 'b', 'c'], 3, []],
    [['a', 'b', 'c'], 1, ['a', 'b']],
    [['pinned 1', 'a', 'pinned 2', 'b', 'c'], 3, ['a', 'b']],
    [['pinned 1', 'pinned 2', 'a'], 1, ['a']],
  ])('of %j keeps %i and lets %j go', (ids, max, gone) => {
    const entries = ids.map(anEntry);
    expect(trimOldest(entries, max).map(({id}) => id)).toEqual(gone);
    expect(entries.map(({id}) => id)).toEqual(ids.filter((id) => !gone.includes(id)));
  });
});
