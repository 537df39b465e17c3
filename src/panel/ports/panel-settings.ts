import {signal} from '@preact/signals';
import type {SettingsStore} from '../../storage/settings-store';
import type {PanelSettings} from '../store/panel-dependencies';

/** The stored settings as a signal. A change shows at once; if it can't be stored, it is taken back and told. */
export function createPanelSettings(
  store: SettingsStore,
  onFailure: (error: unknown) => void,
): PanelSettings {
  const value = signal(store.current());
  const follow = () => {
    value.value = store.current();
  };
  store.subscribe(follow);
  store.ready.then(follow, onFailure);
  return {
    value,
    change(toNext) {
      value.value = toNext(value.peek());
      store.update(toNext).catch((error: unknown) => {
        follow();
        onFailure(error);
      });
    },
  };
}
