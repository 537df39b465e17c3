import type {Locks} from './open-session';
import type {ObservableStorageArea} from './storage-area';

/** For tests: a storage area in memory that stores copies, like a browser's, with a limited number of characters. */
export function buildArea(
  room = Number.POSITIVE_INFINITY,
): ObservableStorageArea & {stored: Map<string, unknown>} {
  const stored = new Map<string, unknown>();
  /** Characters of each entry, since counting all of them at each write takes longer than the writes. */
  const sizes = new Map<string, number>();
  let used = 0;
  const listeners = new Set<(changes: Record<string, unknown>) => void>();
  return {
    stored,
    async get(keys) {
      return Object.fromEntries(
        (keys === null ? [...stored.keys()] : [keys].flat()).flatMap((key) =>
          stored.has(key) ? [[key, structuredClone(stored.get(key))]] : [],
        ),
      );
    },
    async set(items) {
      const added = Object.entries(items).map(
        ([key, value]) => [key, JSON.stringify([key, value]).length] as const,
      );
      const size = added.reduce((sum, [key, length]) => sum + length - (sizes.get(key) ?? 0), used);
      if (size > room) throw new Error('Session storage quota bytes exceeded. Values were not stored.');
      used = size;
      for (const [key, length] of added) sizes.set(key, length);
      for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
      const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, {newValue}]));
      for (const listener of listeners) listener(changes);
    },
    async remove(keys) {
      for (const key of keys) {
        used -= sizes.get(key) ?? 0;
        sizes.delete(key);
        stored.delete(key);
      }
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
}

/** For tests: locks like a browser's, one task after another for each name. */
export function buildLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request(name, task) {
      const run = (tails.get(name) ?? Promise.resolve()).then(task, task);
      tails.set(name, run);
      return run;
    },
  };
}
