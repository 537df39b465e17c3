import {isJsonObject} from '../domain/json/json-value';
import {defaultSettings, type Settings, settingsSchema} from '../domain/settings';
import type {Locks} from './open-session';
import type {ObservableStorageArea} from './storage-area';

export interface SettingsStore {
  /** As last read; the defaults until `ready`. */
  current(): Settings;
  /** When they were last changed, in milliseconds since the epoch; null: not known. */
  changedAt(): number | null;
  /** Resolves when the stored settings are read; never rejects: if they cannot be read, the defaults are used. */
  ready: Promise<Settings>;
  /** Reads them again. Rejects if the browser can't, since the defaults must not be shown instead. */
  read(): Promise<Settings>;
  /**
   * Applies `change` to the currently stored settings and stores the result. Contexts take turns, so that none
   * overwrites what another has just stored. Rejects values that do not match the schema.
   */
  update(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Calls the listener after every change, of this context or another. Returns its remover. */
  subscribe(listener: (settings: Settings) => void): () => void;
}

const KEY = 'settings';
const CHANGED_AT = 'settings-changed-at';

/** The settings in `storage.local`. An invalid value is replaced by its default, without affecting others. */
export function openSettings(
  area: ObservableStorageArea,
  locks: Locks,
  now: () => number = Date.now,
): SettingsStore {
  let settings = defaultSettings;
  let changedAt: number | null = null;
  let changesTold = 0;
  const listeners = new Set<(settings: Settings) => void>();

  async function read(): Promise<Settings> {
    // The result may be older than a change that is reported meanwhile.
    for (;;) {
      const before = changesTold;
      const stored = await area.get([KEY, CHANGED_AT]);
      if (changesTold !== before) continue;
      settings = parseSettings(stored[KEY]);
      changedAt = toTime(stored[CHANGED_AT]);
      return settings;
    }
  }

  area.onChanged.addListener((changes) => {
    if (!(KEY in changes)) return;
    changesTold++;
    settings = parseSettings(toNewValue(changes[KEY]));
    if (CHANGED_AT in changes) changedAt = toTime(toNewValue(changes[CHANGED_AT]));
    for (const listener of listeners) listener(settings);
  });

  return {
    current: () => settings,
    changedAt: () => changedAt,
    ready: read().catch(() => settings),
    read,
    update(change) {
      // When the user wanted it: other contexts may take their turns first.
      const at = now();
      return locks.request('track-inspector-settings', async () => {
        const next = settingsSchema.parse(change(await read()));
        await area.set({[KEY]: next, [CHANGED_AT]: at});
        settings = next;
        changedAt = at;
        return next;
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function toNewValue(change: unknown): unknown {
  return isJsonObject(change) ? change.newValue : undefined;
}

function toTime(stored: unknown): number | null {
  return typeof stored === 'number' ? stored : null;
}

/** Settings from stored values: everything that does not match the schema is replaced by its default, field by field. */
export function parseSettings(stored: unknown): Settings {
  const whole = settingsSchema.safeParse(stored ?? {});
  if (whole.success) return whole.data;
  if (!isJsonObject(stored)) return defaultSettings;
  return Object.entries(stored).reduce(takeSection, defaultSettings);
}

function takeSection(settings: Settings, [name, value]: [string, unknown]): Settings {
  const whole = settingsSchema.safeParse({...settings, [name]: value});
  if (whole.success) return whole.data;
  const fallback = new Map(Object.entries(settings)).get(name);
  if (Array.isArray(value)) return takeValue(settings, value, (next) => ({...settings, [name]: next}));
  if (!isJsonObject(value) || !isJsonObject(fallback)) return settings;
  let kept = settings;
  for (const [field, entry] of Object.entries(value)) {
    const before = kept;
    kept = takeValue(before, entry, (next) => {
      const section = {...Object(new Map(Object.entries(before)).get(name)), [field]: next};
      return {...before, [name]: section};
    });
  }
  return kept;
}

/** The settings with a value in its place; with the valid entries of a list, or unchanged if it is not valid. */
function takeValue(settings: Settings, value: unknown, place: (value: unknown) => unknown): Settings {
  const whole = settingsSchema.safeParse(place(value));
  if (whole.success || !Array.isArray(value)) return whole.data ?? settings;
  const good = value.filter((entry) => settingsSchema.safeParse(place([entry])).success);
  return settingsSchema.safeParse(place(good)).data ?? settings;
}
