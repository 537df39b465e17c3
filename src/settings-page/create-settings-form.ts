import {computed, effect, type ReadonlySignal, signal} from '@preact/signals';
import {isJsonObject} from '../domain/json/json-value';
import {type Settings, settingsSchema} from '../domain/settings';
import {toErrorMessage} from '../domain/to-error-message';
import * as z from '../domain/zod';
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
  /** Takes a change, and stores each section that it touches as soon as everything in the form is valid. */
  change(toNext: (values: Settings) => Settings): void;
  fail(error: unknown): void;
}

export interface SettingsFormOptions {
  stored: ReadonlySignal<Settings>;
  update(change: (settings: Settings) => Settings): Promise<Settings>;
}

type Section = keyof Settings;
const sections: readonly Section[] = z.keyof(settingsSchema).options;

export function createSettingsForm({stored, update}: SettingsFormOptions): SettingsForm {
  const values = signal(stored.peek());
  const touched = signal(false);
  const underWay = signal(0);
  const failure = signal<string | null>(null);
  const faults = computed(() => findFaults(values.value));
  const echoes = createEchoes();
  /** Sections that were changed here and are not stored yet. */
  const changed = new Set<Section>();
  let seen = stored.peek();

  // What another page stored is shown, but for the sections that the user is in the middle of changing here: what was
  // stored from here after it is on its way back, and is what stays.
  effect(() => {
    const settings = stored.value;
    const news = sections.filter(
      (section) => !isSame(settings[section], seen[section]) && !echoes.isOwn(section, settings[section]),
    );
    seen = settings;
    const taken = news.filter((section) => !changed.has(section) && echoes.last(section) === undefined);
    if (taken.length > 0) values.value = {...values.peek(), ...pick(settings, taken)};
  });

  const fail = (error: unknown) => {
    failure.value = `Could not be saved: ${toErrorMessage(error)}`;
  };
  const store = (settings: Settings, own: readonly Section[]) => {
    for (const section of own) echoes.expect(section, settings[section]);
    underWay.value += 1;
    update((current) => ({...current, ...pick(settings, own)}))
      .then(
        () => {
          failure.value = null;
        },
        (error: unknown) => {
          for (const section of own) {
            echoes.forget(section, settings[section]);
            // It goes with the next change.
            changed.add(section);
          }
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
      const before = values.peek();
      values.value = toNext(before);
      for (const section of sections) {
        if (!isSame(before[section], values.peek()[section])) changed.add(section);
      }
      touched.value = true;
      if (faults.peek().size > 0) return;
      // As the schema writes it, so that it is known again when it comes back.
      const next = settingsSchema.parse(values.peek());
      // What is stored already would never come back.
      const own = [...changed].filter(
        (section) => toKey(next[section]) !== (echoes.last(section) ?? toKey(seen[section])),
      );
      changed.clear();
      if (own.length > 0) store(next, own);
    },
    fail,
  };
}

/** What was stored from here comes back a little later: the user may have typed more by then. */
function createEchoes() {
  const expected = new Map<Section, string[]>();
  return {
    expect(section: Section, value: unknown): void {
      expected.set(section, [...(expected.get(section) ?? []), toKey(value)]);
    },
    forget(section: Section, value: unknown): void {
      const keys = expected.get(section) ?? [];
      keys.splice(keys.indexOf(toKey(value)), 1);
    },
    /** The newest that has not come back. */
    last: (section: Section): string | undefined => expected.get(section)?.at(-1),
    isOwn(section: Section, value: unknown): boolean {
      const keys = expected.get(section) ?? [];
      const at = keys.indexOf(toKey(value));
      keys.splice(0, at + 1);
      return at !== -1;
    },
  };
}

function pick(settings: Settings, own: readonly Section[]): Partial<Settings> {
  return Object.fromEntries(own.map((section) => [section, settings[section]]));
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || toKey(one) === toKey(other);
}

/** Chromium gives the keys of an object back in another order. */
function toKey(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    isJsonObject(member) ? Object.fromEntries(Object.entries(member).sort(byKey)) : member,
  );
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function findFaults(values: Settings): FieldFaults {
  const result = settingsSchema.safeParse(values);
  const faults = new Map<string, string>();
  if (result.success) return faults;
  for (const {path} of result.error.issues) faults.set(toFieldPath(path), explainFault(path));
  return faults;
}
