import {signal} from '@preact/signals';
import {render} from 'preact';
import browser from 'webextension-polyfill';
import {openSettings} from '../storage/settings-store';
import {createSettingsForm} from './create-settings-form';
import {SettingsPage} from './SettingsPage';

const store = openSettings(browser.storage.local, navigator.locks);
const stored = signal(await store.ready);
store.subscribe((settings) => {
  stored.value = settings;
});

const granted = signal<readonly string[]>([]);
const readGranted = async () => {
  granted.value = (await browser.permissions.getAll()).origins ?? [];
};
const readAgain = () => {
  readGranted().catch((error: unknown) => form.fail(error));
};
browser.permissions.onAdded.addListener(readAgain);
browser.permissions.onRemoved.addListener(readAgain);

const form = createSettingsForm({stored, update: store.update});
readAgain();

const host = document.getElementById('settings');
if (host) {
  const permissions = {
    granted,
    revoke: async (origin: string) => {
      await browser.permissions.remove({origins: [origin]});
      await readGranted();
    },
    request: async (origin: string) => {
      await browser.permissions.request({origins: [origin]});
      await readGranted();
    },
  };
  // Plans can be read, kept and checked by the command line; they are offered here once the panel's judge checks them.
  render(<SettingsPage form={form} permissions={permissions} />, host);
}
