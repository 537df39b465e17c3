import {toBodyHash} from '../../domain/capture/body-hash';
import type {CapturedRequest} from '../../domain/capture/captured-request';
import {isTime} from '../../domain/capture/captured-time';
import type {Observation} from '../../domain/capture/observation';
import {keepOpen} from '../keep-open';
import {type CaptureDatabase, openCaptureDatabase, writeTo} from './capture-database';
import type {CaptureLogEvent, ReplayLog} from './capture-log';
import {clearTab, forgetTab, removeRequests} from './clear-tab';
import {isIntact} from './damaged-rows';
import {type Dropped, keepLimits, type Limits} from './keep-limits';
import {getRequests, listRequests} from './list-requests';
import {createObservationQueue, type QueuedObservation} from './observation-queue';
import {fill, toRecord} from './request-rows';
import {writeObservations} from './write-observations';
import {type TabCounts, writeCounts, writeRecord} from './write-record';

export interface CaptureLogOptions {
  /** Id of the browser session; see `open-session.ts`. */
  session: string;
  /** Per tab, asked at every write. */
  limits(): Limits;
  /** False: of the page nothing new is taken in; asked at every write. */
  recording?(): boolean;
  onEvent?(event: CaptureLogEvent): void;
  /** In milliseconds, how long further phases of a request may wait for company; see `observation-queue.ts`. */
  writeInterval?: number;
  newId?(): string;
  /** Milliseconds since the epoch. */
  now?(): number;
  /** Name of the database. */
  name?: string;
}

/** Opens the log that all contexts of the extension share. Rejects where the browser gives no IndexedDB. */
export async function openCaptureLog(options: CaptureLogOptions): Promise<ReplayLog> {
  const {
    session,
    limits,
    recording = () => true,
    onEvent = () => undefined,
    newId = () => crypto.randomUUID(),
    now = Date.now,
  } = options;
  let lastArrival = 0;
  const connection = keepOpen((onClosed) => openCaptureDatabase(options.name, onClosed));
  const {use} = connection;
  await use();

  async function writeBatch(items: readonly QueuedObservation[]): Promise<(string | null)[]> {
    const {ids, dropped} = await writeTo(await use(), async (tx) => {
      const counts: TabCounts = new Map();
      const ids = await writeObservations(tx, items, {session, counts, arrive, recording: recording()});
      return {ids, dropped: await keepLimits(tx, await writeCounts(tx, counts), limits())};
    });
    tell(unique(ids), dropped);
    return ids;
  }

  function tell(ids: readonly string[], dropped: readonly Dropped[]): void {
    if (ids.length > 0) onEvent({type: 'committed', ids});
    if (dropped.length > 0) onEvent({type: 'removed', ids: dropped.flatMap((one) => one.ids)});
    for (const {tab, count} of dropped) onEvent({type: 'dropped', tabId: tab, count});
  }

  /** Later with each call, also where the clock was set back. */
  function arrive(): number {
    lastArrival = Math.max(now(), lastArrival + 0.001);
    return lastArrival;
  }

  /** Writes one record over what is stored of it; null from `change` leaves everything as it is. */
  async function writeOne(
    id: string,
    change: (stored: CapturedRequest | null) => CapturedRequest | null,
  ): Promise<CapturedRequest | null> {
    await queue.flush();
    const written = await writeTo(await use(), async (tx) => {
      const found = await tx.objectStore('requests').get(id);
      const stored = found && isIntact(found) ? found : null;
      const body = stored?.hasBody ? await tx.objectStore('bodies').get(id) : null;
      const answer = stored?.hasAnswer ? await tx.objectStore('answers').get(id) : null;
      const changed = change(stored ? fill(stored.request, body, answer) : null);
      if (changed === null) return null;
      const counts: TabCounts = new Map();
      const joins = stored ? toRecord(stored) : {requestIds: [], views: []};
      const record = {...joins, request: changed, bodyHash: toBodyHash(changed.body)};
      writeRecord(tx, record, {stored, arrival: {session, at: arrive()}, counts});
      return {changed, dropped: await keepLimits(tx, await writeCounts(tx, counts), limits())};
    });
    if (written) tell([id], written.dropped);
    return written?.changed ?? null;
  }

  const queue = createObservationQueue({
    write: writeBatch,
    onTrouble: (message) => onEvent({type: 'storage-trouble', message}),
    interval: options.writeInterval ?? 0,
  });
  return {
    async observe(observed) {
      const observation = withTime(observed, now());
      const id = await queue.add({observation, newId: newId()});
      return id === null ? [] : [id];
    },
    async put(request) {
      await writeOne(request.id, () => request);
    },
    update: (id, change) => writeOne(id, (stored) => (stored ? change(stored) : null)),
    async *list(tabId) {
      yield* listRequests(await use(), tabId);
    },
    get: async (ids) => getRequests(await use(), ids),
    countDropped: async (tabId) => (await (await use()).get('tabs', tabId))?.dropped ?? 0,
    async clear(tabId) {
      await queue.flush();
      const ids = await clearTab(await use(), tabId, now());
      onEvent({type: 'removed', ids});
      onEvent({type: 'dropped', tabId, count: 0});
    },
    async remove(ids) {
      await queue.flush();
      await removeRequests(await use(), ids);
      onEvent({type: 'removed', ids});
    },
    outstandingReplays: async () => findOutstanding(await use()),
    async forgetTab(tabId) {
      await queue.flush();
      onEvent({type: 'removed', ids: await forgetTab(await use(), session, tabId)});
    },
    close: connection.close,
  };
}

/** DevTools names a time in words, which need not be one; no index takes it then. Ours stands in its place. */
function withTime(observation: Observation, now: number): Observation {
  if (observation.source !== 'har') return isTime(observation.at) ? observation : {...observation, at: now};
  const {startedAt, endedAt} = observation;
  if (!isTime(startedAt)) return {...observation, startedAt: now, endedAt: null};
  return endedAt === null || isTime(endedAt) ? observation : {...observation, endedAt: null};
}

async function findOutstanding(db: CaptureDatabase): Promise<CapturedRequest[]> {
  const rows = await db.getAllFromIndex('requests', 'byMarker');
  return rows
    .filter(isIntact)
    .map(({request}) => request)
    .filter(({replay, outcome}) => replay && (outcome.state === 'queued' || outcome.state === 'pending'));
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
