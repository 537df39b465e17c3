import {computed, effect, type ReadonlySignal, signal} from '@preact/signals';
import {type Settings, settingsSchema} from '../domain/settings';
import * as z from '../domain/zod';
import {explainFault, type FieldFaults, toFieldPath} from './explain-fault';
import {createSectionSaver, pick, type Section, toKey} from './section-saver';

/** The settings in the form, with the faults of each field. */
export interface SettingsForm {
  readonly values: ReadonlySignal<Settings>;
  /** By path: `replay.targets.0.baseUrl`. Empty: everything is stored. */
  readonly faults: ReadonlySignal<FieldFaults>;
  /** `saved` once all changes are stored. */
  readonly state: ReadonlySignal<'unchanged' | 'saving' | 'saved' | 'faulty'>;
  /** Why the last change could not be stored; null: it was stored. */
  readonly failure: ReadonlySignal<string | null>;
  /** Accepts a change, and stores each changed section as soon as everything in the form is valid. */
  change(toNext: (values: Settings) => Settings): void;
  fail(error: unknown): void;
}

export interface SettingsFormOptions {
  stored: ReadonlySignal<Settings>;
  update(change: (settings: Settings) => Settings): Promise<Settings>;
}

const sections: readonly Section[] = z.keyof(settingsSchema).options;

export function createSettingsForm({stored, update}: SettingsFormOptions): SettingsForm {
  const values = signal(stored.peek());
  const touched = signal(false);
  const faults = computed(() => findFaults(values.value));
  /** Sections that were changed here and are not stored yet. */
  const changed = new Set<Section>();
  let seen = stored.peek();
  const saver = createSectionSaver({
    update,
    onRefused(own) {
      // They are stored with the next change.
      for (const section of own) changed.add(section);
    },
  });

  // Changes from another page are shown, except in sections that the user is changing here: the values stored from
  // here have not been reported yet, and they remain.
  effect(() => {
    const settings = stored.value;
    const news = sections.filter(
      (section) => !isSame(settings[section], seen[section]) && !saver.isOwn(section, settings[section]),
    );
    seen = settings;
    const taken = news.filter((section) => !changed.has(section) && saver.last(section) === undefined);
    if (taken.length > 0) values.value = {...values.peek(), ...pick(settings, taken)};
  });

  return {
    values,
    faults,
    failure: saver.failure,
    state: computed(() => {
      if (faults.value.size > 0) return 'faulty';
      if (!touched.value) return 'unchanged';
      return saver.isSaving.value ? 'saving' : 'saved';
    }),
    change(toNext) {
      const before = values.peek();
      values.value = toNext(before);
      for (const section of sections) {
        if (!isSame(before[section], values.peek()[section])) changed.add(section);
      }
      touched.value = true;
      if (faults.peek().size > 0) return;
      // In the schema's output format, so that it is recognised when it is reported.
      const next = settingsSchema.parse(values.peek());
      // A value that is already stored would never be reported.
      const own = [...changed].filter(
        (section) => toKey(next[section]) !== (saver.last(section) ?? toKey(seen[section])),
      );
      changed.clear();
      if (own.length > 0) saver.save(next, own);
    },
    fail: saver.fail,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || toKey(one) === toKey(other);
}

function findFaults(values: Settings): FieldFaults {
  const result = settingsSchema.safeParse(values);
  const faults = new Map<string, string>();
  if (result.success) return faults;
  for (const {path} of result.error.issues) faults.set(toFieldPath(path), explainFault(path));
  return faults;
}
