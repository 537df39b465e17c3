import {expect, it} from 'vitest';
import {buildArea, buildLocks} from '../build-area';
import {openTargetCredentials} from './target-credentials';

const staging = 'https://staging.example.test';

function open(area = buildArea(), locks = buildLocks()) {
  return {
    area,
    store: openTargetCredentials({area, locks, secrets: {keep: async (value) => `secret-${value.length}`}}),
  };
}

it('keeps the references of credentials by target, where every context of the session finds them', async () => {
  const {area, store} = open();
  await store.keep(staging, 'X-Api-Key', 'k-1');
  await store.keep('https://other.example.test', 'X-Api-Key', 'k-22');
  await store.keep(staging, 'Authorization', 'Bearer 1');
  await store.keep(staging, 'x-api-key', 'k-333');
  expect(await open(area).store.read()).toEqual({
    [staging]: [
      {name: 'Authorization', secret: 'secret-8'},
      {name: 'x-api-key', secret: 'secret-5'},
    ],
    'https://other.example.test': [{name: 'X-Api-Key', secret: 'secret-4'}],
  });
  expect(JSON.stringify([...area.stored])).not.toContain('k-333');
});

it('loses none where two panels keep some at once', async () => {
  const [area, locks] = [buildArea(), buildLocks()];
  const [one, other] = [open(area, locks).store, open(area, locks).store];
  await Promise.all([
    one.keep(staging, 'X-Api-Key', 'k-1'),
    other.keep(staging, 'Authorization', 'Bearer 1'),
    one.keep('https://other.example.test', 'X-Api-Key', 'k-22'),
  ]);
  const all = await one.read();
  expect(all[staging]?.map(({name}) => name).toSorted()).toEqual(['Authorization', 'X-Api-Key']);
  expect(all['https://other.example.test']).toHaveLength(1);
});

it('uses a removed one no more', async () => {
  const {store} = open();
  await store.keep(staging, 'X-Api-Key', 'k-1');
  expect(await store.remove(staging, 'x-api-key')).toEqual({[staging]: []});
  expect(await store.read()).toEqual({[staging]: []});
});

it('takes a broken note for none', async () => {
  const {area, store} = open();
  await area.set({'target-credentials': {[staging]: 'X-Api-Key'}});
  expect(await store.read()).toEqual({});
});
