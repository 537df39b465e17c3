import {computed, effect, type ReadonlySignal, signal} from '@preact/signals';
import {type Settings, settingsSchema} from '../domain/settings';
import {explainFault, type FieldFaults, toFieldPath} from './explain-fault';

/** The settings as they stand in the form, with what is wrong with them, field by field. */
export interface SettingsForm {
  readonly values: ReadonlySignal<Settings>;
  /** By path: `replay.targets.0.baseUrl`. Empty: all is stored. */
  readonly faults: ReadonlySignal<FieldFaults>;
  /** `saved` once all that was changed is stored. */
  readonly state: ReadonlySignal<'unchanged' | 'saving' | 'saved' | 'faulty'>;
  /** Why the last change could not be stored; null: it was. */
  readonly failure: ReadonlySignal<string | null>;
  /** Takes a change, and stores it as soon as everything in the form is valid. */
  change(toNext: (values: Settings) => Settings): void;
  fail(error: unknown): void;
}

export interface SettingsFormOptions {
  stored: ReadonlySignal<Settings>;
  update(change: (settings: Settings) => Settings): Promise<Settings>;
}

export function createSettingsForm({stored, update}: SettingsFormOptions): SettingsForm {
  const values = signal(stored.peek());
  const touched = signal(false);
  const underWay = signal(0);
  const failure = signal<string | null>(null);
  const faults = computed(() => findFaults(values.value));

  /** What was stored from here and has not come back yet: whoever types is ahead of it. */
  const own: string[] = [];

  // What another page stored is shown, unless somebody is in the middle of a change here.
  effect(() => {
    const settings = stored.value;
    const echo = own.indexOf(toKey(settings));
    if (echo !== -1) own.splice(0, echo + 1);
    else if (faults.peek().size === 0) values.value = settings;
  });

  const fail = (error: unknown) => {
    failure.value = `This could not be stored: ${error instanceof Error ? error.message : String(error)}`;
  };
  const store = (settings: Settings) => {
    const key = toKey(settings);
    own.push(key);
    underWay.value += 1;
    update((current) => ({...settings, panel: current.panel}))
      .then(
        () => {
          failure.value = null;
        },
        (error: unknown) => {
          own.splice(own.indexOf(key), 1);
          fail(error);
        },
      )
      .finally(() => {
        underWay.value -= 1;
      });
  };
  return {
    values,
    faults,
    failure,
    state: computed(() => {
      if (faults.value.size > 0) return 'faulty';
      if (!touched.value) return 'unchanged';
      return underWay.value > 0 ? 'saving' : 'saved';
    }),
    change(toNext) {
      values.value = toNext(values.peek());
      touched.value = true;
      if (faults.peek().size === 0) store(values.peek());
    },
    fail,
  };
}

/** Settings are equal where this is; the panel's own part is none of the form's business. */
function toKey(settings: Settings): string {
  return JSON.stringify({...settingsSchema.parse(settings), panel: null});
}

function findFaults(values: Settings): FieldFaults {
  const result = settingsSchema.safeParse(values);
  const faults = new Map<string, string>();
  if (result.success) return faults;
  for (const {path} of result.error.issues) faults.set(toFieldPath(path), explainFault(path));
  return faults;
}
