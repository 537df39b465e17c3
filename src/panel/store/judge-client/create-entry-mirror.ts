import {type ReadonlySignal, signal} from '@preact/signals';
import {insertEntry} from '../log/insert-entry';
import type {LogEntry} from '../log/log-entry';
import type {ListMessage} from './judge-client';

/** The rows as the judge last sent them. */
export interface EntryMirror {
  /** In the order they were sent. */
  readonly entries: ReadonlySignal<readonly LogEntry[]>;
  readonly loaded: ReadonlySignal<boolean>;
  /** Resolves when `loaded` is true. */
  readonly whenLoaded: Promise<void>;
  get(id: string): LogEntry | undefined;
  /** Whether the request is in the list, filtered out or not. Reads a signal. */
  has(id: string): boolean;
  receive(message: ListMessage): void;
}

export function createEntryMirror(onChange: (ids: readonly string[]) => void): EntryMirror {
  const entries = signal<readonly LogEntry[]>([]);
  const loaded = signal(false);
  let tellLoaded = (): void => undefined;
  const whenLoaded = new Promise<void>((resolve) => {
    tellLoaded = resolve;
  });
  const byId = new Map<string, LogEntry>();
  /** While a new judge reads the whole log: the rows that it has not sent yet. */
  let unconfirmed = new Set<string>();

  function list(listed: readonly LogEntry[]): void {
    const next = entries.peek().slice();
    for (const entry of listed) {
      const old = byId.get(entry.id);
      byId.set(entry.id, entry);
      unconfirmed.delete(entry.id);
      insertEntry(next, entry, old);
    }
    onChange(listed.map(({id}) => id));
    entries.value = next;
  }

  function takeOut(ids: Iterable<string>): void {
    const gone = new Set([...ids].flatMap((id) => byId.get(id) ?? []));
    if (gone.size === 0) return;
    for (const {id} of gone) byId.delete(id);
    onChange([...gone].map(({id}) => id));
    entries.value = entries.peek().filter((entry) => !gone.has(entry));
  }

  return {
    entries,
    loaded,
    whenLoaded,
    get: (id) => byId.get(id),
    has: (id) => entries.value.length > 0 && byId.has(id),
    receive(message) {
      switch (message.type) {
        case 'listed':
          list(message.entries);
          return;
        case 'gone':
          takeOut(message.ids);
          return;
        case 'again':
          unconfirmed = new Set(byId.keys());
          return;
        case 'loaded':
          takeOut(unconfirmed);
          unconfirmed = new Set();
          loaded.value = true;
          tellLoaded();
          return;
        case 'matches':
      }
    },
  };
}
