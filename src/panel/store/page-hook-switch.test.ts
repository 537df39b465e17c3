import {describe, expect, it} from 'vitest';
import {readPageHook, setPageHook} from './page-hook-switch';
import {anInspection} from './test-support/an-inspection';
import {createTestStore, type TestStoreOptions} from './test-support/create-test-store';

const site = 'https://app.example.test';

async function openStore(options: Partial<TestStoreOptions> = {}) {
  const {store, settings} = createTestStore({inspect: () => anInspection(), ...options});
  await store.start();
  return {store, settings};
}

describe('the switch of the page hook', () => {
  it('is off, and goes on and off for the site of the tab alone', async () => {
    const {store, settings} = await openStore();
    setPageHook(store, 'https://other.example.test', true);
    expect(readPageHook(store)).toEqual({site, on: false});
    setPageHook(store, site, true);
    setPageHook(store, site, true);
    expect(readPageHook(store)).toEqual({site, on: true});
    expect(settings.value.capture.hookedOrigins).toEqual(['https://other.example.test', site]);
    expect(store.notices.current.value?.text).toContain('reload the page');
    setPageHook(store, site, false);
    expect(settings.value.capture.hookedOrigins).toEqual(['https://other.example.test']);
  });

  it('is not there where the background may not see the site', async () => {
    const {store} = await openStore({granted: []});
    expect(readPageHook(store)).toBeNull();
  });
});
