import {deleteDB, openDB} from 'idb';
import 'fake-indexeddb/auto';
import {expect, it} from 'vitest';
import type {ChangeChannel} from './change-channel';
import {openPlanStore, type StoredPlan} from './plan-store';

function aPlan(id: string, more: Partial<StoredPlan> = {}): StoredPlan {
  return {
    id,
    title: id,
    revision: '1',
    files: [{name: 'plan.json', text: '{}'}],
    isOn: true,
    hosts: [],
    protocols: [],
    expectations: [],
    importedAt: 1,
    ...more,
  };
}

/** Two ends of one channel: each receives the other's messages but not its own, like BroadcastChannel. */
function createChannels(): [ChangeChannel, ChangeChannel] {
  const heard = [new Set<() => void>(), new Set<() => void>()] as const;
  const end = (own: 0 | 1, other: 0 | 1): ChangeChannel => ({
    postMessage: () => {
      for (const listener of heard[other]) listener();
    },
    addEventListener: (_, listener) => heard[own].add(listener),
    removeEventListener: (_, listener) => heard[own].delete(listener),
  });
  return [end(0, 1), end(1, 0)];
}

let databases = 0;
async function openBoth() {
  const name = `plans-${++databases}`;
  const [left, right] = createChannels();
  return [await openPlanStore(name, left), await openPlanStore(name, right)] as const;
}

it('keeps several plans, in the order of their import, for every context', async () => {
  const [page, panel] = await openBoth();
  await page.put(aPlan('b', {importedAt: 2}));
  await page.put(aPlan('a', {importedAt: 1}));
  expect((await panel.list()).map(({id}) => id)).toEqual(['a', 'b']);
  await panel.remove('a');
  expect((await page.list()).map(({id}) => id)).toEqual(['b']);
});

it('puts a new revision in the place of the old one', async () => {
  const [page] = await openBoth();
  await page.put(aPlan('a'));
  await page.put(aPlan('a', {revision: '2', files: [{name: 'new.json', text: '[]'}]}));
  expect(await page.list()).toMatchObject([{revision: '2', files: [{name: 'new.json'}]}]);
});

it('changes a plan as it is stored now, and none that is gone', async () => {
  const [page, panel] = await openBoth();
  await page.put(aPlan('a'));
  await Promise.all([
    page.update('a', (plan) => ({...plan, isOn: false})),
    panel.update('a', (plan) => ({...plan, hosts: ['api.example']})),
    page.update('gone', (plan) => ({...plan, isOn: false})),
  ]);
  expect(await panel.list()).toMatchObject([{id: 'a', isOn: false, hosts: ['api.example']}]);
});

it('tells every context of a change, until it listens no more', async () => {
  const [page, panel] = await openBoth();
  const heard: string[] = [];
  page.subscribe(() => heard.push('page'));
  const stop = panel.subscribe(() => heard.push('panel'));
  await page.put(aPlan('a'));
  stop();
  await page.remove('a');
  expect(heard).toEqual(['panel', 'page', 'page']);
});

it('works once the database can be opened, however often it could not', async () => {
  const name = 'plans-of-a-newer-version';
  (await openDB(name, 9)).close();
  const channel = Object.assign(new EventTarget(), {postMessage: () => undefined});
  const store = await openPlanStore(name, channel);
  await expect(store.list()).rejects.toThrow(/version/i);
  await deleteDB(name);
  expect(await store.list()).toEqual([]);
});
