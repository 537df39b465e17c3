import {computed, type ReadonlySignal, signal} from '@preact/signals';
import {defaultSettings, type Settings} from '../../domain/settings';
import {listSettingChanges, type SettingChange} from '../../domain/settings-file/list-setting-changes';
import type {PlanInFile} from '../../domain/settings-file/plan-in-file';
import {readSettingsFile, type SettingsFileFault} from '../../domain/settings-file/read-settings-file';
import {writeSettingsFile} from '../../domain/settings-file/write-settings-file';
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
  | {kind: 'done'; text: string}
  /** The form contains fields that are not valid, so a file of it could not be imported. */
  | {kind: 'refused'; text: string};

export interface Transfer {
  readonly state: ReadonlySignal<TransferState>;
  read(file: {name: string; text: string}): void;
  /** Saves the settings in the form with `download`, or says why not. `plans` are those of `toPlanInFile`. */
  save(plans: readonly object[], download: (file: {name: string; text: string}) => void): void;
  planReset(): void;
  /** Stores the settings that are shown. */
  accept(): Promise<void>;
  cancel(): void;
}

/** Larger files are not settings, even with a few large plans in them. */
export const MAX_SETTINGS_FILE = 50_000_000;

const FILE_NAME = 'track-inspector.config.json';

export function createTransfer(
  form: Pick<SettingsForm, 'values' | 'faults' | 'change'>,
  plansForm: Pick<PlansForm, 'importAll' | 'fault'>,
): Transfer {
  const nothing: TransferState = {kind: 'none'};
  const state = signal<TransferState>(nothing);

  function preview(file: string | null, settings: Settings, plans: readonly PlanInFile[]): void {
    state.value = {kind: 'preview', file, settings, changes: [], plans};
  }

  return {
    state: computed(() => {
      const now = state.value;
      // A refusal ends with its cause, and settings may change while a preview is shown.
      if (now.kind === 'refused' && form.faults.value.size === 0) return nothing;
      return now.kind === 'preview'
        ? {...now, changes: listSettingChanges(form.values.value, now.settings)}
        : now;
    }),
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
    save(plans, download) {
      const {size} = form.faults.peek();
      if (size > 0) {
        const fields = size === 1 ? 'the field that is' : `the ${size} fields that are`;
        state.value = {kind: 'refused', text: `Not exported. Correct ${fields} not valid first.`};
        return;
      }
      download({name: FILE_NAME, text: writeSettingsFile(form.values.peek(), plans)});
      state.value = {kind: 'done', text: `Saved as ${FILE_NAME}.`};
    },
    planReset: () => preview(null, defaultSettings, []),
    async accept() {
      const now = state.peek();
      if (now.kind !== 'preview') return;
      form.change(() => now.settings);
      const text =
        now.file === null ? 'All settings are reset.' : `The settings of ${now.file} are imported.`;
      const done: TransferState = {kind: 'done', text};
      state.value = done;
      if (now.plans.length === 0) return;
      const faults = await plansForm.importAll(now.plans);
      // What the user has begun meanwhile stays, and what is wrong is said beside the plans.
      if (state.peek() !== done) {
        if (faults.length > 0) plansForm.fault.value = faults.join(' ');
        return;
      }
      const imported = now.plans.length - faults.length;
      const plans = imported === 1 ? '1 tracking plan' : `${imported} tracking plans`;
      state.value = {kind: 'done', text: [text, `${plans} imported.`, ...faults].join(' ')};
    },
    cancel() {
      state.value = nothing;
    },
  };
}
