import {signal} from '@preact/signals';
import type {SettingsStore} from '../../storage/settings-store';
import type {PanelSettings} from '../store/panel-dependencies';

/**
 * The stored settings as a signal. A change is shown immediately; if it can't be stored, it is undone and reported.
 * While changes are pending, values from the store are older than the shown ones, and have to wait.
 */
export function createPanelSettings(
  store: Omit<SettingsStore, 'read' | 'changedAt'>,
  onFailure: (error: unknown) => void,
): PanelSettings {
  const value = signal(store.current());
  let underWay = 0;
  const follow = () => {
    if (underWay === 0) value.value = store.current();
  };
  store.subscribe(follow);
  store.ready.then(follow, onFailure);
  return {
    value,
    change(toNext) {
      value.value = toNext(value.peek());
      underWay += 1;
      store
        .update(toNext)
        .catch(onFailure)
        .finally(() => {
          underWay -= 1;
          follow();
        });
    },
  };
}
