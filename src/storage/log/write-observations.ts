import {toBodyHash} from '../../domain/capture/body-hash';
import type {CaptureRecord} from '../../domain/capture/capture-record';
import type {CapturedBody, CapturedRequest} from '../../domain/capture/captured-request';
import {
  chooseRecord,
  isUndecided,
  JOIN_WINDOW,
  LONGEST_LOOK_BACK,
  type Starts,
  toStarts,
} from '../../domain/capture/merge/choose-record';
import {mergeObservation} from '../../domain/capture/merge/merge-observations';
import type {HarObservation, Observation, WebRequestObservation} from '../../domain/capture/observation';
import {toRequestTarget} from '../../domain/capture/request-target';
import {type CaptureTransaction, NO_TAB, type RequestRow} from './capture-database';
import {findGone, type GoneRequests} from './gone-requests';
import {isOfCleared, type TabRows, toSentAt, toTab} from './is-of-cleared';
import type {QueuedObservation} from './queue/queued-observation';
import {createRecordPool, type RecordPool} from './record-pool';
import {rememberCleared} from './remember-cleared';
import {fill, STORED_BODY} from './request-rows';
import {type TabCounts, writeRecord} from './write-record';

/** Further input for a transaction besides the observations. */
export interface WriteContext {
  session: string;
  counts: TabCounts;
  /** See `CaptureLogOptions`. */
  recording(at: number): boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The time when a record is added, in milliseconds since the epoch. */
  arrive(): number;
}

export interface Merged {
  /** The record for each observation, in their order; null if it is not visible in any tab. */
  ids: (string | null)[];
  /** The records that are new or changed, each once. */
  changed: CapturedRequest[];
}

/**
 * Merges observations into their records: each record is read once and written once, however many observations belong
 * to it. All records that may be needed are requested at once, since separate requests are a round trip each.
 */
export async function writeObservations(
  tx: CaptureTransaction,
  items: readonly QueuedObservation[],
  context: WriteContext,
): Promise<Merged> {
  const {session, counts, arrive} = context;
  const observations = items.map(({observation}) => observation);
  const started = toStarted(observations);
  const found = await Promise.all(
    observations.map((observation) => findRows(tx, observation, {started, session})),
  );
  const pool = createRecordPool(found.flat());
  const rows: TabRows = new Map();
  await readTabs(tx, rows, [NO_TAB, ...observations.map(toTab)]);
  const gone = findGone(tx, rows);
  const ids: (string | null)[] = [];
  for (const item of items) ids.push(await mergeOne(tx, {pool, gone, rows}, item, context));
  await gone.save();
  const changed = pool.changed();
  for (const {record, stored} of changed) {
    writeRecord(tx, record, {stored, arrival: {session, at: arrive()}, counts});
  }
  return {ids, changed: changed.map(({record}) => record.request)};
}

async function mergeOne(
  tx: CaptureTransaction,
  {pool, gone, rows}: {pool: RecordPool; gone: GoneRequests; rows: TabRows},
  {observation, newId, postpone}: QueuedObservation,
  context: WriteContext,
): Promise<string | null> {
  const candidates = [...pool.candidates(observation), ...gone.candidates(observation)];
  if (postpone && observation.source === 'har' && isUndecided(candidates, observation)) {
    postpone();
    return null;
  }
  const chosen = chooseRecord(candidates, observation);
  if (gone.take(chosen, observation)) return null;
  const isUnwanted = () =>
    !context.recording(toSentAt(observation)) || isOfCleared(rows, observation, context);
  if (chosen === null && isUnwanted()) {
    gone.follow(observation);
    await rememberItsId(tx, rows, observation);
    return null;
  }
  const record = chosen && touchesBody(observation) ? await withBody(tx, chosen) : chosen;
  const merged = mergeObservation(record, observation, newId);
  pool.put(merged);
  return merged.request.id;
}

/** It was cleared before it was written, or recording was off: its later phases are ignored too. */
async function rememberItsId(tx: CaptureTransaction, rows: TabRows, observation: Observation): Promise<void> {
  if (observation.source !== 'web-request' || observation.phase !== 'before-request') return;
  const tab = toTab(observation);
  await rememberCleared(tx, tab, {at: 0, requestIds: [observation.requestId]});
  await readTabs(tx, rows, [NO_TAB, tab]);
}

/** Once for all observations of a transaction: they may contain hundreds of removed requests. */
async function readTabs(tx: CaptureTransaction, rows: TabRows, tabs: readonly number[]): Promise<void> {
  await Promise.all(
    [...new Set(tabs)].map(async (tab) => rows.set(tab, await tx.objectStore('tabs').get(tab))),
  );
}

/** The browser's IDs of the requests whose start is among the observations. */
function toStarted(observations: readonly Observation[]): ReadonlySet<string> {
  const starts = observations.filter(
    (one) => one.source === 'web-request' && one.phase === 'before-request',
  ) as readonly WebRequestObservation[];
  return new Set(starts.map(({requestId}) => requestId));
}

async function findRows(
  tx: CaptureTransaction,
  observation: Observation,
  {started, session}: {started: ReadonlySet<string>; session: string},
): Promise<RequestRow[]> {
  const requests = tx.objectStore('requests');
  if (observation.source === 'har') return findForHar(tx, observation);
  if (observation.source === 'page-hook') return findByTarget(tx, observation, toStarts(observation));
  const marked = observation.mark ? await requests.index('byMarker').getAll(observation.mark.marker) : [];
  const sameId = await requests.index('byRequestId').getAll(observation.requestId);
  // Each session of the browser counts its requests from the beginning, and the log of the last session may not be
  // purged yet. If only the extension was reloaded, the browser continues counting: earlier requests keep their
  // records.
  const isNew = observation.phase === 'before-request' || started.has(observation.requestId);
  const own = sameId.filter((row) => row.session === session);
  const known = isNew || own.length > 0 ? own : sameId;
  // Any page can write a marker: then it does not belong to that replay, and DevTools may have reported it first.
  const others = await findOthers(tx, observation, known.length > 0 || started.has(observation.requestId));
  return [...marked, ...known, ...others];
}

/** Observations of the request by others than this requestId. `isKnown`: its start is stored, or about to be. */
function findOthers(
  tx: CaptureTransaction,
  observation: WebRequestObservation,
  isKnown: boolean,
): Promise<RequestRow[]> | [] {
  const {at} = observation;
  if (observation.phase === 'before-request') {
    // Only the worker's side of a service worker joins a request that webRequest has already reported.
    return observation.origin.tabId === null
      ? findByTarget(tx, observation, toStarts(observation))
      : findUnseen(tx, observation, {from: at, to: at});
  }
  // Its start was lost when a background stopped: DevTools may have reported it.
  return isKnown ? [] : findUnseen(tx, observation, {from: at - LONGEST_LOOK_BACK, to: at});
}

/** Records with the same address that webRequest has not reported: there are rarely any, however many exist in total. */
function findUnseen(
  tx: CaptureTransaction,
  observed: {method: string; url: string},
  {from, to}: {from: number; to: number},
): Promise<RequestRow[]> {
  const target = toRequestTarget(observed);
  const range = IDBKeyRange.bound([target, from - JOIN_WINDOW], [target, to + JOIN_WINDOW]);
  return tx.objectStore('requests').index('byUnseen').getAll(range);
}

/** Until its end, since for some requests webRequest did not report anything else. */
function findForHar(tx: CaptureTransaction, har: HarObservation): Promise<RequestRow[]> {
  const {at, from, to} = toStarts(har);
  return findByTarget(tx, har, {at, from, to: Math.max(to, (har.endedAt ?? 0) + JOIN_WINDOW)});
}

/** Of identical requests long before a service worker's answer or own request: a worker may repeat one for ever. */
const MAX_EARLY = 50;

/**
 * Records with the same address and time: with the same or unknown bytes if ours are known, else with any. Before a
 * service worker's own request only those with the same bytes are searched for longer, since there may be thousands of
 * the others.
 */
async function findByTarget(
  tx: CaptureTransaction,
  observed: Observation & {body: CapturedBody},
  {at, from, to}: Starts,
): Promise<RequestRow[]> {
  const requests = tx.objectStore('requests');
  const target = toRequestTarget(observed);
  const hash = toBodyHash(observed.body);
  const near = at - JOIN_WINDOW;
  const first = observed.source === 'web-request' ? near : from;
  if (hash === null)
    return requests.index('byTarget').getAll(IDBKeyRange.bound([target, first], [target, to]));
  const find = (print: string, first: number, last: number, max?: number) =>
    requests.index('byPrint').getAll(IDBKeyRange.bound([target, print, first], [target, print, last]), max);
  const found = await Promise.all([
    find(hash, near, to),
    find('', first, to),
    from < near ? find(hash, from, near, MAX_EARLY) : [],
  ]);
  return found.flat();
}

function touchesBody(observation: Observation): boolean {
  return observation.source !== 'web-request' || observation.phase === 'before-request';
}

async function withBody(tx: CaptureTransaction, record: CaptureRecord): Promise<CaptureRecord> {
  if (record.request.body !== STORED_BODY) return record;
  const body = await tx.objectStore('bodies').get(record.request.id);
  return {...record, request: fill(record.request, body, null)};
}
