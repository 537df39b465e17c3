import {type ReadonlySignal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {CaptureLog} from '../../../storage/log/capture-log';
import {getOrigin, toBelonging, toShownOrigins} from './belongs-to-tab';
import {insertEntry} from './insert-entry';
import {type LogEntry, toLogEntry} from './log-entry';
import {createSearchLater} from './search-later';
import {createPageReader} from './to-page';
import {trimOldest} from './trim-oldest';

export interface EntryListOptions {
  tabId: number;
  log: Pick<CaptureLog, 'list' | 'get'>;
  inspect(request: CapturedRequest): Inspection;
  /** Called with every request that stands in the list now, before the list is published. */
  onInspected(request: CapturedRequest, inspection: Inspection): void;
  now(): number;
  pause(): Promise<void>;
  /** The oldest unpinned entries beyond so many are let go. */
  maxEntries(): number;
  /** While false, requests that are not yet listed are passed over. */
  accepting(): boolean;
  onFailure(error: unknown): void;
}

export interface EntryList {
  /** In the order they were sent. */
  readonly entries: ReadonlySignal<readonly LogEntry[]>;
  readonly loaded: ReadonlySignal<boolean>;
  get(id: string): LogEntry | undefined;
  /** Lists a request that came along with a message. */
  announce(request: CapturedRequest): void;
  /** Reads these again from the log. */
  reread(ids: readonly string[]): void;
  /** Reads the whole log of the tab; what is listed already stays where it is. */
  load(): Promise<void>;
  /** Inspects everything again: the settings changed. */
  rereadAll(): void;
  /** Takes all but the pinned ones out. */
  clear(): void;
  /** The tab shows a page of that URL now: its workers belong here. */
  addPage(url: string): void;
}

/** A slice of work between two chances to paint, in ms: most of a frame, so that 1,000 events come in one. */
const SLICE = 12;
const READ_AT_ONCE = 20;

/**
 * The requests of one tab. What was announced is listed in the same task, so that its row is in the next frame; work
 * that piles up is done in slices, with a pause between them, so that no burst freezes the panel.
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
  const pageOf = createPageReader();
  const later = createSearchLater({...options, isListed: (entry) => byId.get(entry.id) === entry});
  let next: LogEntry[] | null = null;
  let running = false;
  let lastShown = '';
  let timesCleared = 0;

  function take(request: CapturedRequest): void {
    const belonging = toBelonging(request, {tabId, origins, holds: (id) => byId.has(id)});
    if (belonging === 'other') return;
    if (typeof belonging === 'object') {
      wait(belonging.waitsFor, request.id);
      return;
    }
    if (!byId.has(request.id) && !options.accepting()) return;
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
    for (const entry of trimOldest(next, options.maxEntries())) byId.delete(entry.id);
    entries.value = next;
    next = null;
    later.schedule();
  }

  async function readStale(): Promise<void> {
    const ids = [...stale].slice(0, READ_AT_ONCE);
    for (const id of ids) stale.delete(id);
    const clearedBefore = timesCleared;
    const found = await log.get(ids);
    if (timesCleared !== clearedBefore) {
      // What was read may be cleared away by now: the log is asked again.
      for (const id of ids) stale.add(id);
      return;
    }
    incoming.push(...found);
    const there = new Set(found.map(({id}) => id));
    for (const id of ids) if (!there.has(id)) remove(id);
  }

  /** Announced as a new request, it turned out to be part of one that was known; or it was dropped. */
  function remove(id: string): void {
    const entry = byId.get(id);
    if (entry === undefined) return;
    byId.delete(id);
    next ??= entries.peek().slice();
    next.splice(next.lastIndexOf(entry), 1);
  }

  /** Works synchronously until the first slice is over. */
  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (incoming.length > 0 || stale.size > 0) {
        if (incoming.length === 0) await readStale();
        workSlice();
        publish();
        if (incoming.length > 0 || stale.size > 0) await pause();
      }
    } catch (error) {
      options.onFailure(error);
    } finally {
      running = false;
    }
  }

  function workSlice(): void {
    const end = now() + SLICE;
    const batch = incoming;
    let done = 0;
    for (const request of batch) {
      take(request);
      done++;
      if (now() >= end) break;
    }
    incoming = [...batch.slice(done)];
  }

  return {
    entries,
    loaded,
    get: (id) => byId.get(id),
    announce(request) {
      incoming.push(request);
      void run();
    },
    reread(ids) {
      for (const id of ids) stale.add(id);
      void run();
    },
    async load() {
      try {
        for await (const batch of log.list(tabId)) {
          incoming.push(...batch.filter((request) => !byId.has(request.id)));
          await run();
        }
      } catch (error) {
        options.onFailure(error);
      }
      loaded.value = true;
    },
    rereadAll() {
      for (const id of byId.keys()) stale.add(id);
      void run();
    },
    clear() {
      timesCleared++;
      incoming = [];
      next = entries.peek().filter((entry) => entry.head.pinned);
      const kept = new Set(next.map((entry) => entry.id));
      for (const id of [...byId.keys()]) if (!kept.has(id)) byId.delete(id);
      publish();
    },
    addPage(url) {
      const origin = getOrigin(url);
      if (origin === null) return;
      welcome(origin);
      void run();
    },
  };
}
