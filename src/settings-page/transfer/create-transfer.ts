import {type ReadonlySignal, signal} from '@preact/signals';
import {defaultSettings, type Settings} from '../../domain/settings';
import {listSettingChanges, type SettingChange} from '../../domain/settings-file/list-setting-changes';
import type {PlanInFile} from '../../domain/settings-file/plan-in-file';
import {readSettingsFile, type SettingsFileFault} from '../../domain/settings-file/read-settings-file';
import type {SettingsForm} from '../create-settings-form';
import type {PlansForm} from '../plans/create-plans-form';

/** An action on all settings that the user has to confirm. */
export type TransferState =
  | {kind: 'none'}
  | {kind: 'faulty'; file: string; faults: readonly SettingsFileFault[]}
  /** `file` null: reset to the defaults. Nothing is stored before it is confirmed. */
  | {
      kind: 'preview';
      file: string | null;
      settings: Settings;
      changes: readonly SettingChange[];
      plans: readonly PlanInFile[];
    }
  | {kind: 'done'; text: string};

export interface Transfer {
  readonly state: ReadonlySignal<TransferState>;
  read(file: {name: string; text: string}): void;
  /** Says that all settings were saved as a file of this name. */
  tellSaved(file: string): void;
  planReset(): void;
  /** Stores the settings that are shown. */
  accept(): Promise<void>;
  cancel(): void;
}

/** Larger files are not settings, even with a few large plans in them. */
export const MAX_SETTINGS_FILE = 50_000_000;

export function createTransfer(
  form: Pick<SettingsForm, 'values' | 'change'>,
  plansForm: Pick<PlansForm, 'importAll'>,
): Transfer {
  const state = signal<TransferState>({kind: 'none'});

  function preview(file: string | null, settings: Settings, plans: readonly PlanInFile[]): void {
    const changes = listSettingChanges(form.values.peek(), settings);
    state.value = {kind: 'preview', file, settings, changes, plans};
  }

  return {
    state,
    read({name, text}) {
      if (text.length > MAX_SETTINGS_FILE) {
        const fault = {line: 1, column: 1, setting: '', text: 'This file is too large to be settings.'};
        state.value = {kind: 'faulty', file: name, faults: [fault]};
        return;
      }
      const read = readSettingsFile(text);
      if (read.ok)
        preview(
          name,
          read.settings,
          // Paths of files are only for the command line.
          read.plans.filter((plan) => typeof plan !== 'string'),
        );
      else state.value = {kind: 'faulty', file: name, faults: read.faults};
    },
    tellSaved(file) {
      state.value = {kind: 'done', text: `Saved as ${file}.`};
    },
    planReset: () => preview(null, defaultSettings, []),
    async accept() {
      const now = state.peek();
      if (now.kind !== 'preview') return;
      form.change(() => now.settings);
      const text =
        now.file === null ? 'All settings are reset.' : `The settings of ${now.file} are imported.`;
      state.value = {kind: 'done', text};
      if (now.plans.length === 0) return;
      const faults = await plansForm.importAll(now.plans);
      const imported = now.plans.length - faults.length;
      const plans = imported === 1 ? '1 tracking plan' : `${imported} tracking plans`;
      state.value = {kind: 'done', text: [text, `${plans} imported.`, ...faults].join(' ')};
    },
    cancel() {
      state.value = {kind: 'none'};
    },
  };
}
