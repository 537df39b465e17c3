import {toBodyPrint} from '../domain/capture/body-print';
import type {CapturedRequest} from '../domain/capture/captured-request';
import type {Observation} from '../domain/capture/observation';
import {type CaptureDatabase, openCaptureDatabase, writeTo} from './capture-database';
import type {CaptureLogEvent, ReplayLog} from './capture-log';
import {clearTab, forgetTab} from './clear-tab';
import {keepLimits, type Limits} from './keep-limits';
import {listRequests, withBodies} from './list-requests';
import {createObservationQueue} from './observation-queue';
import {purgeSessions} from './purge-sessions';
import {bytesOfBody, fill, toRecord} from './request-rows';
import {writeObservations} from './write-observations';
import {type TabCounts, writeCounts, writeRecord} from './write-record';

export interface CaptureLogOptions {
  /** Id of the browser session; see `open-session.ts`. */
  session: string;
  /** Per tab, asked at every write. */
  limits(): Limits;
  onEvent?(event: CaptureLogEvent): void;
  newId?(): string;
  /** Milliseconds since the epoch. */
  now?(): number;
  /** Name of the database. */
  name?: string;
}

/** Larger bodies are not announced: a message clones them, and the reader finds them in the database soon after. */
const ANNOUNCED_BYTES = 65_536;

/** Opens the log that all contexts of the extension share. Rejects where the browser gives no IndexedDB. */
export async function openCaptureLog(options: CaptureLogOptions): Promise<ReplayLog> {
  const {
    session,
    limits,
    onEvent = () => undefined,
    newId = () => crypto.randomUUID(),
    now = Date.now,
  } = options;
  const db = await openCaptureDatabase(options.name ?? 'track-inspector');

  async function writeBatch(observations: readonly Observation[]): Promise<(string | null)[]> {
    const {ids, shortened} = await writeTo(db, async (tx) => {
      const counts: TabCounts = new Map();
      const written = await writeObservations(tx, observations, {session, newId, counts});
      announce(written.created);
      return {ids: written.ids, shortened: await keepLimits(tx, await writeCounts(tx, counts), limits())};
    });
    onEvent({type: 'committed', ids: unique(ids)});
    for (const {tab, dropped} of shortened) onEvent({type: 'dropped', tabId: tab, count: dropped});
    return ids;
  }

  function announce(created: readonly CapturedRequest[]): void {
    for (const request of created) {
      if (bytesOfBody(request.body) <= ANNOUNCED_BYTES) onEvent({type: 'announced', request});
    }
  }

  /** Writes one record over what is stored of it; null from `change` leaves everything as it is. */
  async function writeOne(
    id: string,
    change: (stored: CapturedRequest | null) => CapturedRequest | null,
  ): Promise<CapturedRequest | null> {
    const next = await writeTo(db, async (tx) => {
      const stored = (await tx.objectStore('requests').get(id)) ?? null;
      const body = stored?.hasBody ? await tx.objectStore('bodies').get(id) : null;
      const answer = stored?.hasAnswer ? await tx.objectStore('answers').get(id) : null;
      const changed = change(stored ? fill(stored.request, body, answer) : null);
      if (changed === null) return null;
      const counts: TabCounts = new Map();
      const joins = stored ? toRecord(stored) : {requestIds: [], views: []};
      const record = {...joins, request: changed, bodyPrint: toBodyPrint(changed.body)};
      writeRecord(tx, record, {stored, session, counts});
      await keepLimits(tx, await writeCounts(tx, counts), limits());
      return changed;
    });
    if (next) onEvent({type: 'committed', ids: [id]});
    return next;
  }

  const queue = createObservationQueue(writeBatch, (message) => onEvent({type: 'storage-trouble', message}));
  return {
    async observe(observation) {
      const id = await queue.add(observation);
      return id === null ? [] : [id];
    },
    async put(request) {
      await writeOne(request.id, () => request);
    },
    update: (id, change) => writeOne(id, (stored) => (stored ? change(stored) : null)),
    list: (tabId) => listRequests(db, tabId),
    get: (ids) => getRequests(db, ids),
    countDropped: async (tabId) => (await db.get('tabs', tabId))?.dropped ?? 0,
    async clear(tabId) {
      await clearTab(db, tabId, now());
      onEvent({type: 'cleared', tabId});
    },
    purgeOtherSessions: () => purgeSessions(db, session),
    outstandingReplays: () => findOutstanding(db),
    forgetTab: (tabId) => forgetTab(db, session, tabId),
    close: () => db.close(),
  };
}

async function getRequests(db: CaptureDatabase, ids: readonly string[]): Promise<CapturedRequest[]> {
  const tx = db.transaction('requests');
  const rows = await Promise.all(ids.map((id) => tx.store.get(id)));
  return withBodies(
    db,
    rows.filter((row) => row !== undefined),
  );
}

async function findOutstanding(db: CaptureDatabase): Promise<CapturedRequest[]> {
  const rows = await db.getAllFromIndex('requests', 'byMarker');
  return rows
    .map(({request}) => request)
    .filter(
      ({replay, outcome}) =>
        replay?.claimed === true && (outcome.state === 'queued' || outcome.state === 'pending'),
    );
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
