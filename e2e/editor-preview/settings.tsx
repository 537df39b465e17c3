/// <reference types="vite/client" />
import '../../src/ui/tokens.css';
import '../../src/settings-page/settings.css';
import {signal} from '@preact/signals';
import {render} from 'preact';
import {defaultSettings, type Settings} from '../../src/domain/settings';
import {createSettingsForm} from '../../src/settings-page/create-settings-form';
import {createPlansForm} from '../../src/settings-page/plans/create-plans-form';
import {readPlanInWorker} from '../../src/settings-page/plans/read-plan-in-worker';
import {SettingsFailure} from '../../src/settings-page/SettingsFailure';
import {SettingsPage} from '../../src/settings-page/SettingsPage';
import {openPlans} from '../../src/storage/open-plans';

const parameters = new URLSearchParams(location.search);
const theme = parameters.get('theme');
if (theme) document.documentElement.dataset.theme = theme;

const stored = signal<Settings>({
  ...defaultSettings,
  endpoints: [{host: '*.example.com', path: '/collect/*', protocol: 'thrivestack-track'}],
  replay: {
    ...defaultSettings.replay,
    targets: [{name: 'Staging', baseUrl: 'https://staging.example.com', production: false}],
  },
});
const form = createSettingsForm({
  stored,
  update: async (change) => {
    stored.value = change(stored.value);
    return stored.value;
  },
});
const granted = signal<readonly string[]>(['https://api.app.thrivestack.ai/*', 'https://app.example.test/*']);
const permissions = {
  granted,
  revoke: async (origin: string) => {
    granted.value = granted.value.filter((other) => other !== origin);
  },
  request: async (origin: string) => {
    granted.value = [...granted.value, origin];
  },
};
const plans = createPlansForm(openPlans(), readPlanInWorker, Date.now);
const host = document.getElementById('settings');
/** `?state=broken` and `?state=slow`: the settings cannot be read, or are not read yet. */
const failures: Readonly<Record<string, Error | null>> = {
  broken: new Error('Internal error opening backing store.'),
  slow: null,
};
const failure = failures[parameters.get('state') ?? ''];
if (host) {
  render(
    failure === undefined ? (
      <SettingsPage form={form} permissions={permissions} plans={plans} />
    ) : (
      <SettingsFailure error={failure} />
    ),
    host,
  );
}
