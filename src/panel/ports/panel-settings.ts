import {signal} from '@preact/signals';
import type {SettingsStore} from '../../storage/settings-store';
import type {PanelSettings} from '../store/panel-dependencies';

/**
 * The stored settings as a signal. A change shows at once; if it can't be stored, it is taken back and told. While changes
 * are under way, what comes from the store is older than what is shown, and waits.
 */
export function createPanelSettings(
  store: Omit<SettingsStore, 'read'>,
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
