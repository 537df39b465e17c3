import {expect, it, vi} from 'vitest';
import {defaultSettings, type Settings} from '../../domain/settings';
import {createPanelSettings} from './panel-settings';

/** A store that writes one change after the other, and reports each slightly later. */
function createStore() {
  let settings = defaultSettings;
  const listeners = new Set<(settings: Settings) => void>();
  let last: Promise<unknown> = Promise.resolve();
  const write = async (change: (settings: Settings) => Settings) => {
    await Promise.resolve();
    settings = change(settings);
    for (const listener of listeners) listener(settings);
    return settings;
  };
  return {
    current: () => settings,
    ready: Promise.resolve(settings),
    update(change: (settings: Settings) => Settings) {
      const written = last.catch(() => undefined).then(() => write(change));
      last = written;
      return written;
    },
    subscribe(listener: (settings: Settings) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function fail(error: unknown): never {
  throw error;
}

const toSplit = (settings: Settings, split: number): Settings => ({
  ...settings,
  panel: {...settings.panel, split},
});

it('shows each change at once, and never an older one that was stored meanwhile', async () => {
  const store = createStore();
  const settings = createPanelSettings(store, fail);
  const shown: number[] = [];
  settings.value.subscribe(({panel}) => {
    if (panel.split !== shown.at(-1)) shown.push(panel.split);
  });
  const wanted = [0.5, 0.52, 0.54, 0.56];
  for (const split of wanted) {
    settings.change((now) => toSplit(now, split));
    await Promise.resolve();
  }
  await vi.waitFor(() => expect(store.current().panel.split).toBe(0.56));
  expect(settings.value.value.panel.split).toBe(0.56);
  expect(shown).toEqual([defaultSettings.panel.split, ...wanted]);
});

it('takes back what could not be stored, and says why', async () => {
  const store = createStore();
  const onFailure = vi.fn();
  const settings = createPanelSettings(store, onFailure);
  const fault = new Error('The disk is full.');
  settings.change((now) => toSplit(now, 0.7));
  settings.change((now) => {
    if (now.panel.split === 0.7 && store.current().panel.split === 0.7) throw fault;
    return toSplit(now, 0.8);
  });
  expect(settings.value.value.panel.split).toBe(0.8);
  await vi.waitFor(() => expect(onFailure).toHaveBeenCalledWith(fault));
  expect(settings.value.value.panel.split).toBe(0.7);
});

it('follows what another page stores', async () => {
  const store = createStore();
  const settings = createPanelSettings(store, fail);
  await store.update((now) => toSplit(now, 0.3));
  expect(settings.value.value.panel.split).toBe(0.3);
});
