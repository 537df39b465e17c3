import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPObjectStore,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type {CaptureView} from '../../domain/capture/capture-record';
import type {AnswerBody, CapturedBody, CapturedRequest} from '../../domain/capture/captured-request';
import {whenClosed} from '../keep-open';

/** Stands for no tab, since keys of an index can't be null. */
export const NO_TAB = -1;

/**
 * One request as stored. Its body and the text of its response are in separate stores, so that a status can be added,
 * or fifty candidates be compared, without reading megabytes.
 */
export interface RequestRow {
  id: string;
  session: string;
  tab: number;
  startedAt: number;
  /**
   * When it was added to the log, by our own clock: the order in which records are dropped, whatever a page or a file
   * states.
   */
  arrivedAt: number;
  /** See `toRequestTarget`. */
  target: string;
  /** The body's hash, '' if its bytes are not known exactly. */
  print: string;
  requestIds: string[];
  views: CaptureView[];
  /** See `CaptureRecord`. */
  lastPhaseSeen?: 'headers' | 'answer';
  /** The target of a request that webRequest has not reported; undefined otherwise, so that its index only contains these. */
  unseenTarget?: string;
  /** For a replay; undefined otherwise, so that its index only contains replays. */
  marker?: string;
  bodyBytes: number;
  answerBytes: number;
  hasBody: boolean;
  hasAnswer: boolean;
  /** With placeholders if `hasBody` or `hasAnswer` is set. */
  request: CapturedRequest;
}

/** How much of a tab is stored, and how much was dropped. */
export interface TabRow {
  tab: number;
  count: number;
  bytes: number;
  dropped: number;
  /** When it was cleared last. */
  cleared?: Cleared;
  /** The browser session in which it was closed. */
  closed?: string;
  /** Removed requests that DevTools may still report. */
  gone?: GoneRequest[];
}

/** A removed request, with what an observation is compared with, and no content. */
export interface GoneRequest
  extends Pick<RequestRow, 'tab' | 'print' | 'startedAt' | 'requestIds' | 'views' | 'lastPhaseSeen'>,
    Pick<CapturedRequest, 'seenBy' | 'outcome'> {
  /** Hash of the target (see `toRequestTarget`), which may be long. */
  target: string;
  frameId: number | null;
  /** In milliseconds since the epoch: what was sent later is another request. */
  removedAt: number;
}

/** Distinguishes late phases of a cleared request from new requests. */
export interface Cleared {
  /** Milliseconds since the epoch. */
  at: number;
  /** The browser's IDs of the pending ones. */
  requestIds: string[];
}

export interface CaptureSchema extends DBSchema {
  requests: {
    key: string;
    value: RequestRow;
    indexes: {
      byTab: [number, number];
      byArrival: [number, number];
      byRequestId: string;
      byTarget: [string, number];
      byPrint: [string, string, number];
      byUnseen: [string, number];
      byMarker: string;
    };
  };
  bodies: {key: string; value: CapturedBody};
  answers: {key: string; value: AnswerBody};
  tabs: {key: number; value: TabRow};
}

export type CaptureDatabase = IDBPDatabase<CaptureSchema>;
const STORES = ['requests', 'bodies', 'answers', 'tabs'] as const;
export type CaptureTransaction = IDBPTransaction<CaptureSchema, typeof STORES, 'readwrite'>;

/** Version 2: rows store when they were added. */
const VERSION = 2;
const LOG_NAME = 'track-inspector';

/** Rejects if the browser does not open it, and if it is not complete: then only `deleteCaptureDatabase` helps. */
export async function openCaptureDatabase(
  name = LOG_NAME,
  onClosed: () => void = () => undefined,
): Promise<CaptureDatabase> {
  const db = await openCurrent(name, onClosed);
  if (STORES.every((store) => db.objectStoreNames.contains(store))) return db;
  db.close();
  throw new Error('The log is damaged. A part of its database is missing.');
}

/** Deletes everything captured; waits until other contexts have closed the database. */
export async function deleteCaptureDatabase(name = LOG_NAME): Promise<void> {
  await deleteDB(name);
}

function openCurrent(name: string, onClosed: () => void): Promise<CaptureDatabase> {
  return openDB<CaptureSchema>(name, VERSION, {
    upgrade(db, before, _, tx) {
      if (before < 1) createStores(db);
      // Half of an upgrade is worse than none: the version stays the same, and opening rejects.
      addArrivals(tx.objectStore('requests')).catch(() => tx.abort());
    },
    ...whenClosed(onClosed),
  });
}

type UpgradedRequests = IDBPObjectStore<
  CaptureSchema,
  StoreNames<CaptureSchema>[],
  'requests',
  'versionchange'
>;

/** Rows of version 1 were added in the order of their time. */
async function addArrivals(requests: UpgradedRequests): Promise<void> {
  requests.createIndex('byArrival', ['tab', 'arrivedAt']);
  for await (const cursor of requests) {
    const row = cursor.value;
    await cursor.update({...row, arrivedAt: row.startedAt});
  }
}

/** The stores of version 1. */
function createStores(db: CaptureDatabase): void {
  const requests = db.createObjectStore('requests', {keyPath: 'id'});
  requests.createIndex('byTab', ['tab', 'startedAt']);
  requests.createIndex('byRequestId', 'requestIds', {multiEntry: true});
  requests.createIndex('byTarget', ['target', 'startedAt']);
  requests.createIndex('byPrint', ['target', 'print', 'startedAt']);
  requests.createIndex('byUnseen', ['unseenTarget', 'startedAt']);
  requests.createIndex('byMarker', 'marker');
  db.createObjectStore('bodies');
  db.createObjectStore('answers');
  db.createObjectStore('tabs', {keyPath: 'tab'});
}

/**
 * Runs a task in a transaction over all stores: either everything is stored, or nothing if the task or the disk
 * fails. A crash of the machine may lose the last moment; waiting for the disk would be slower.
 */
export async function writeTo<T>(
  db: CaptureDatabase,
  task: (tx: CaptureTransaction) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(STORES, 'readwrite', {durability: 'relaxed'});
  try {
    const result = await task(tx);
    await tx.done;
    return result;
  } catch (error) {
    throw await abort(tx, error);
  }
}

/** Why the transaction failed: a full disk aborts it, and then pending requests only report that they were aborted. */
async function abort(tx: CaptureTransaction, error: unknown): Promise<unknown> {
  if (tx.error === null) {
    try {
      tx.abort();
    } catch (over) {
      // It has already ended: `done` has the result.
      if (!(over instanceof DOMException)) throw over;
    }
  }
  await tx.done.catch(() => undefined);
  return tx.error ?? error;
}
