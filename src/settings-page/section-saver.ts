import {computed, type ReadonlySignal, signal} from '@preact/signals';
import {isJsonObject} from '../domain/json/json-value';
import type {Settings} from '../domain/settings';
import {toErrorMessage} from '../domain/to-error-message';

export type Section = keyof Settings;

/**
 * Stores sections of the settings, and recognises its own changes when they are reported: the user may have typed
 * more by then.
 */
export interface SectionSaver {
  /** Changes only these sections, based on the currently stored settings. */
  save(settings: Settings, own: readonly Section[]): void;
  readonly isSaving: ReadonlySignal<boolean>;
  /** Why the last change could not be stored; null: it was stored. */
  readonly failure: ReadonlySignal<string | null>;
  fail(error: unknown): void;
  /** By `toKey`: the newest value that was stored from here and has not been reported yet. */
  last(section: Section): string | undefined;
  /** Whether that value was stored from here; if so, it and all earlier ones count as reported. */
  isOwn(section: Section, value: unknown): boolean;
}

export interface SectionSaverOptions {
  update(change: (settings: Settings) => Settings): Promise<Settings>;
  /** These could not be stored. */
  onRefused(own: readonly Section[]): void;
}

export function createSectionSaver({update, onRefused}: SectionSaverOptions): SectionSaver {
  const underWay = signal(0);
  const failure = signal<string | null>(null);
  /** The values that have not been reported yet, oldest first. */
  const expected = new Map<Section, string[]>();

  function expect(section: Section, value: unknown): void {
    expected.set(section, [...(expected.get(section) ?? []), toKey(value)]);
  }

  function forget(section: Section, value: unknown): void {
    const keys = expected.get(section) ?? [];
    keys.splice(keys.indexOf(toKey(value)), 1);
  }

  function fail(error: unknown): void {
    failure.value = `Could not be saved: ${toErrorMessage(error)}`;
  }

  return {
    isSaving: computed(() => underWay.value > 0),
    failure,
    fail,
    save(settings, own) {
      for (const section of own) expect(section, settings[section]);
      underWay.value += 1;
      update((current) => ({...current, ...pick(settings, own)}))
        .then(
          () => {
            failure.value = null;
          },
          (error: unknown) => {
            for (const section of own) forget(section, settings[section]);
            onRefused(own);
            fail(error);
          },
        )
        .finally(() => {
          underWay.value -= 1;
        });
    },
    last: (section) => expected.get(section)?.at(-1),
    isOwn(section, value) {
      const keys = expected.get(section) ?? [];
      const at = keys.indexOf(toKey(value));
      keys.splice(0, at + 1);
      return at !== -1;
    },
  };
}

export function pick(settings: Settings, own: readonly Section[]): Partial<Settings> {
  return Object.fromEntries(own.map((section) => [section, settings[section]]));
}

/** Equal for equal values: Chromium returns the keys of an object in another order. */
export function toKey(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    isJsonObject(member) ? Object.fromEntries(Object.entries(member).sort(byKey)) : member,
  );
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
