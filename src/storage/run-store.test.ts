import 'fake-indexeddb/auto';
import {expect, it} from 'vitest';
import type {KeptRun} from '../domain/plans/coverage/kept-run';
import {openRunStore} from './run-store';

function aRun(id: string, keptAt: number): KeptRun {
  return {id, name: id, plan: null, keptAt, start: null, end: null, rows: []};
}

/** Receives what is posted to it, like the channels of other panels. */
class TestChannel extends EventTarget {
  postMessage(): void {
    this.dispatchEvent(new Event('message'));
  }
}

it('keeps runs for the next panel, in the order in which they were kept', async () => {
  const store = openRunStore('runs-1', new TestChannel());
  await store.put(aRun('b', 2));
  await store.put(aRun('a', 1));
  const next = openRunStore('runs-1', new TestChannel());
  expect((await next.list()).map(({id}) => id)).toEqual(['a', 'b']);
});

it('gives a run another name, and removes it', async () => {
  const store = openRunStore('runs-2', new TestChannel());
  await store.put(aRun('a', 1));
  await store.rename('a', 'Release 4');
  expect((await store.list()).map(({name}) => name)).toEqual(['Release 4']);
  await store.remove('a');
  expect(await store.list()).toEqual([]);
});

it('does not bring back a run that is gone by giving it a name', async () => {
  const store = openRunStore('runs-3', new TestChannel());
  await store.put(aRun('a', 1));
  await store.remove('a');
  await store.rename('a', 'Release 4');
  expect(await store.list()).toEqual([]);
});

it('tells other panels of each change', async () => {
  const channel = new TestChannel();
  const store = openRunStore('runs-4', channel);
  let heard = 0;
  const stop = openRunStore('runs-4', channel).subscribe(() => {
    heard += 1;
  });
  await store.put(aRun('a', 1));
  await store.rename('a', 'Release 4');
  await store.remove('a');
  expect(heard).toBe(3);
  stop();
  await store.put(aRun('a', 1));
  expect(heard).toBe(3);
});
