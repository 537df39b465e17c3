import {signal} from '@preact/signals';
import {render} from 'preact';
import browser from 'webextension-polyfill';
import {openPlans} from '../storage/open-plans';
import {openSettings} from '../storage/settings-store';
import {whenSlow} from '../storage/when-slow';
import {createSettingsForm} from './create-settings-form';
import {createPlansForm} from './plans/create-plans-form';
import {readPlanInWorker} from './plans/read-plan-in-worker';
import {SettingsFailure} from './SettingsFailure';
import {SettingsPage} from './SettingsPage';

/** In milliseconds. Reading settings takes less; if it takes longer, the page must not stay blank. */
const SLOW_MS = 3_000;

const host = document.getElementById('settings');
if (host) {
  try {
    await open(host);
  } catch (error) {
    console.error(error);
    render(<SettingsFailure error={error} />, host);
  }
}

async function open(host: HTMLElement): Promise<void> {
  const store = openSettings(browser.storage.local, navigator.locks);
  await whenSlow(store.read(), {
    afterMs: SLOW_MS,
    tell: () => render(<SettingsFailure error={null} />, host),
  });
  const stored = signal(store.current());
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
  const plans = createPlansForm(openPlans(), readPlanInWorker, Date.now);
  render(<SettingsPage form={form} permissions={permissions} plans={plans} />, host);
}
