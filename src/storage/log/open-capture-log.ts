import type {CapturedRequest} from '../../domain/capture/captured-request';
import {isTime} from '../../domain/capture/captured-time';
import type {Observation} from '../../domain/capture/observation';
import {keepOpen} from '../keep-open';
import {type CaptureDatabase, openCaptureDatabase} from './capture-database';
import type {CaptureLogEvent, ReplayLog} from './capture-log';
import {clearTab, forgetTab, removeRequests} from './clear-tab';
import {isIntact} from './damaged-rows';
import type {Limits} from './keep-limits';
import {getRequests, listRequests} from './list-requests';
import {createLogWriter, type LogWriter} from './log-writer';
import {createObservationQueue} from './queue/observation-queue';

export interface CaptureLogOptions {
  /** ID of the browser session; see `open-session.ts`. */
  session: string;
  /** Per tab, read for every write. */
  limits(): Limits;
  /** False: new requests of the page that were sent at this time (milliseconds since the epoch) are ignored. */
  recording?(at: number): boolean;
  onEvent?(event: CaptureLogEvent): void;
  /** In milliseconds, how long later phases of a request may wait to be written together; see `observation-queue.ts`. */
  writeInterval?: number;
  newId?(): string;
  /** Milliseconds since the epoch. */
  now?(): number;
  /** Name of the database. */
  name?: string;
}

/**
 * In milliseconds: DevTools reports a response before the background has written its end, at most this long ordinarily.
 * Only what DevTools adds to a request in the log waits, no row.
 */
const DECIDED_WITHIN = 200;

/** Opens the log that all contexts of the extension share. Rejects if IndexedDB is not available. */
export async function openCaptureLog(options: CaptureLogOptions): Promise<ReplayLog> {
  const {session, limits, newId = () => crypto.randomUUID(), now = Date.now} = options;
  const {recording = () => true, onEvent = () => undefined} = options;
  const {use, close} = keepOpen((onClosed) => openCaptureDatabase(options.name, onClosed));
  await use();
  const writer = createLogWriter({use, session, limits, recording, onEvent, now});
  const queue = createObservationQueue({
    write: writer.writeAll,
    onTrouble: (message) => onEvent({type: 'storage-trouble', message}),
    interval: options.writeInterval ?? 0,
  });

  const writeOne: LogWriter['writeOne'] = async (id, change) => {
    await queue.flush();
    return writer.writeOne(id, change);
  };

  return {
    async observe(observed) {
      const observation = withTime(observed, now());
      let isUndecided = false;
      const postpone = () => {
        isUndecided = true;
      };
      let id = await queue.add({observation, newId: newId(), postpone});
      if (isUndecided) {
        await new Promise((resolve) => setTimeout(resolve, DECIDED_WITHIN));
        id = await queue.add({observation, newId: newId()});
      }
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
    measure: async (tabId) => (await (await use()).get('tabs', tabId)) ?? {count: 0, bytes: 0, dropped: 0},
    async clear(tabId) {
      await queue.flush();
      const ids = await clearTab(await use(), tabId, now());
      onEvent({type: 'removed', ids});
      onEvent({type: 'dropped', tabId, count: 0});
    },
    async remove(ids) {
      await queue.flush();
      await removeRequests(await use(), ids, now());
      onEvent({type: 'removed', ids});
    },
    outstandingReplays: async () => findOutstanding(await use()),
    async forgetTab(tabId) {
      await queue.flush();
      onEvent({type: 'removed', ids: await forgetTab(await use(), session, tabId)});
    },
    close,
  };
}

/**
 * The time from DevTools is a text that may be invalid; an index does not accept it then, so our own time is stored
 * instead.
 */
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
