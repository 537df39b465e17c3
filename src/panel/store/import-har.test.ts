import {describe, expect, it, vi} from 'vitest';
import {importHar} from './import-har';
import {anEvent, anInspection} from './test-support/an-inspection';
import {createTestStore} from './test-support/create-test-store';

const toEntry = (url: string) => ({
  startedDateTime: '2026-11-01T10:00:00Z',
  request: {method: 'POST', url, headers: [], postData: {text: '[]', mimeType: 'application/json'}},
  response: {status: 200},
});
const toLog = (...urls: string[]) => JSON.stringify({log: {entries: urls.map(toEntry)}});
const track = 'https://api.app.thrivestack.ai/api/track';

async function openStore() {
  const test = createTestStore({inspect: () => anInspection({events: [anEvent()]})});
  await test.store.start();
  let count = 0;
  const newId = () => {
    count += 1;
    return `i${count}`;
  };
  return {...test, newId};
}

describe('importing a HAR file', () => {
  it('lists what goes to known endpoints, and says what was left out', async () => {
    const {store, log, emit, newId} = await openStore();
    await importHar(store, toLog(track, 'https://app.example.test/login', track), newId);
    expect(store.notices.current.value?.text).toBe(
      'Imported 2 requests; 1 to other addresses left out. Credentials are not imported.',
    );
    expect(await log.get(['i1', 'i2'])).toHaveLength(2);
    emit({type: 'committed', ids: ['i1', 'i2']});
    await vi.waitFor(() => expect(store.list.entries.value.map(({id}) => id)).toEqual(['i1', 'i2']));
  });

  it('says where to add endpoints when it knows none', async () => {
    const {store, newId} = await openStore();
    await importHar(store, toLog('https://app.example.test/login'), newId);
    expect(store.notices.current.value?.text).toBe(
      'Imported 0 requests; 1 to other addresses left out. Endpoints of your own can be added in the settings.',
    );
  });

  it('refuses what is no HAR', async () => {
    const {store, newId} = await openStore();
    await expect(importHar(store, 'no HAR', newId)).rejects.toThrow('This file is no HAR');
  });
});
