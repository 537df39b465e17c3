import {expect, it} from 'vitest';
import {buildArea} from '../build-area';
import {openTargetCredentials} from './target-credentials';

const staging = 'https://staging.example.test';

function open(area = buildArea()) {
  return {
    area,
    store: openTargetCredentials({area, secrets: {keep: async (value) => `secret-${value.length}`}}),
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
