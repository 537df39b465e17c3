import {type ReadonlySignal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {CaptureLog} from '../../../storage/log/capture-log';
import {getOrigin, toBelonging, toShownOrigins} from './belongs-to-tab';
import {insertEntry} from './insert-entry';
import {type LogEntry, toLogEntry} from './log-entry';
import {createSearchLater} from './search-later';
import {createPageReader} from './to-page';

export interface EntryListOptions {
  tabId: number;
  log: Pick<CaptureLog, 'list' | 'get'>;
  inspect(request: CapturedRequest): Inspection;
  /** Called with every request that stands in the list now, before the list is published. */
  onInspected(request: CapturedRequest, inspection: Inspection): void;
  now(): number;
  pause(): Promise<void>;
  /** The log can't be read, and is asked again in a moment; or one request can't be listed. */
  onFailure(error: unknown): void;
}

export interface EntryList {
  /** In the order they were sent. */
  readonly entries: ReadonlySignal<readonly LogEntry[]>;
  readonly loaded: ReadonlySignal<boolean>;
  get(id: string): LogEntry | undefined;
  /** These were written, or are to be judged anew: reads them from the log. */
  reread(ids: readonly string[]): void;
  /** These are no longer in the log, and never will be. */
  remove(ids: readonly string[]): void;
  /** Reads the whole log of the tab; what is listed already stays where it is. */
  load(): Promise<void>;
  /** Inspects everything again: the settings changed. */
  rereadAll(): void;
  /** The tab shows a page of that URL now: its workers belong here. */
  addPage(url: string): void;
  dispose(): void;
}

/** A slice of work between two chances to paint, in ms: most of a frame, so that 1,000 events come in one. */
const SLICE = 12;
const READ_AT_ONCE = 20;
const RETRY_MS = 1_000;

/**
 * The requests of one tab: each row is a record that was read from the log, the newest state that was read of it, and
 * goes with its record. Work that piles up is done in slices, with a pause between them, so that no burst freezes the
 * panel.
 */
export function createEntryList(options: EntryListOptions): EntryList {
  const {tabId, log, now, pause} = options;
  const entries = signal<readonly LogEntry[]>([]);
  const loaded = signal(false);
  const byId = new Map<string, LogEntry>();
  const origins = new Set<string>();
  const waiting = new Map<string, Set<string>>();
  let incoming: CapturedRequest[] = [];
  const stale = new Set<string>();
  /** Removed while something older may still be on its way from the log. */
  const removed = new Set<string>();
  /** While the whole log is read: what was written meanwhile, so that a page read before that does not undo it. */
  let newer: Set<string> | null = null;
  const pageOf = createPageReader();
  const later = createSearchLater({...options, isListed: (entry) => byId.get(entry.id) === entry});
  let next: LogEntry[] | null = null;
  let isWorking = false;
  let running = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | null = null;
  let lastShown = '';

  function take(request: CapturedRequest): void {
    if (removed.has(request.id)) return;
    const belonging = toBelonging(request, {tabId, origins, holds: (id) => byId.has(id)});
    if (belonging === 'other') return;
    if (typeof belonging === 'object') {
      wait(belonging.waitsFor, request.id);
      return;
    }
    if (belonging === 'own') welcomeOrigins(request);
    const inspection = options.inspect(request);
    options.onInspected(request, inspection);
    const old = byId.get(request.id);
    const entry = toLogEntry(request, inspection, old?.at ?? now(), pageOf);
    later.push(entry);
    byId.set(entry.id, entry);
    next ??= entries.peek().slice();
    insertEntry(next, entry, old);
  }

  function wait(origin: string, id: string): void {
    const ids = waiting.get(origin) ?? new Set();
    waiting.set(origin, ids.add(id));
  }

  /** Reading addresses costs more than the rest of listing a small request; most come from the same few pages. */
  function welcomeOrigins(request: CapturedRequest): void {
    const {pageUrl, documentUrl, initiator} = request.origin;
    const key = `${pageUrl} ${documentUrl} ${initiator}`;
    if (key === lastShown) return;
    lastShown = key;
    for (const origin of toShownOrigins(request)) welcome(origin);
  }

  function welcome(origin: string): void {
    if (origins.has(origin)) return;
    origins.add(origin);
    for (const id of waiting.get(origin) ?? []) stale.add(id);
    waiting.delete(origin);
  }

  function publish(): void {
    if (next === null) return;
    entries.value = next;
    next = null;
    later.schedule();
  }

  async function readStale(): Promise<void> {
    const ids = [...stale].slice(0, READ_AT_ONCE);
    for (const id of ids) stale.delete(id);
    try {
      const found = await log.get(ids);
      incoming.push(...found);
      const there = new Set(found.map(({id}) => id));
      takeOut(ids.filter((id) => !there.has(id)));
    } catch (error) {
      for (const id of ids) stale.add(id);
      throw error;
    }
  }

  function takeOut(ids: readonly string[]): void {
    for (const id of ids) removed.add(id);
    const gone = new Set(ids.flatMap((id) => byId.get(id) ?? []));
    if (gone.size === 0) return;
    for (const {id} of gone) byId.delete(id);
    next = (next ?? entries.peek()).filter((entry) => !gone.has(entry));
  }

  function run(): Promise<void> {
    if (!isWorking) running = workOff();
    return running;
  }

  async function workOff(): Promise<void> {
    isWorking = true;
    try {
      while (incoming.length > 0 || stale.size > 0) {
        if (incoming.length === 0) await readStale();
        workSlice();
        publish();
        if (incoming.length > 0 || stale.size > 0) await pause();
      }
      if (newer === null) removed.clear();
    } catch (error) {
      options.onFailure(error);
      retry = setTimeout(() => void run(), RETRY_MS);
    } finally {
      // In the turn in which nothing was left: what comes a moment later finds nobody at work, and begins.
      isWorking = false;
    }
  }

  function workSlice(): void {
    const end = now() + SLICE;
    let done = 0;
    for (const request of incoming) {
      try {
        take(request);
      } catch (error) {
        options.onFailure(error);
      }
      done++;
      if (now() >= end) break;
    }
    incoming = incoming.slice(done);
  }

  function reread(ids: Iterable<string>): void {
    for (const id of ids) {
      stale.add(id);
      newer?.add(id);
    }
    void run();
  }

  return {
    entries,
    loaded,
    get: (id) => byId.get(id),
    reread,
    remove(ids) {
      takeOut(ids);
      publish();
    },
    async load() {
      const meanwhile = new Set<string>();
      newer = meanwhile;
      try {
        for await (const batch of log.list(tabId)) {
          incoming.push(...batch.filter(({id}) => !meanwhile.has(id)));
          await run();
        }
      } catch (error) {
        options.onFailure(error);
      }
      newer = null;
      loaded.value = true;
      void run();
    },
    rereadAll: () => reread(byId.keys()),
    addPage(url) {
      const origin = getOrigin(url);
      if (origin === null) return;
      welcome(origin);
      void run();
    },
    dispose() {
      if (retry !== null) clearTimeout(retry);
    },
  };
}
