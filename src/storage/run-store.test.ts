import 'fake-indexeddb/auto';
import {expect, it} from 'vitest';
import type {KeptRun} from '../domain/plans/coverage/kept-run';
import {openRunStore} from './run-store';

function aRun(id: string, keptAt: number): KeptRun {
  return {id, name: id, plan: null, keptAt, start: null, end: null, rows: []};
}

it('keeps runs for the next panel, in the order in which they were kept', async () => {
  const store = openRunStore('runs-1');
  await store.put(aRun('b', 2));
  await store.put(aRun('a', 1));
  const next = openRunStore('runs-1');
  expect((await next.list()).map(({id}) => id)).toEqual(['a', 'b']);
});

it('gives a run another name, and removes it', async () => {
  const store = openRunStore('runs-2');
  await store.put(aRun('a', 1));
  await store.put({...aRun('a', 1), name: 'Release 4'});
  expect((await store.list()).map(({name}) => name)).toEqual(['Release 4']);
  await store.remove('a');
  expect(await store.list()).toEqual([]);
});
