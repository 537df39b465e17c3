import type {CapturedRequest} from '../../domain/capture/captured-request';
import {isTime} from '../../domain/capture/captured-time';
import type {Observation} from '../../domain/capture/observation';
import type {CaptureDatabase} from './capture-database';
import type {ObservingLog} from './capture-log';
import {forgetTab} from './clear-tab';
import {createObservationWriter} from './create-observation-writer';
import {createRecordId} from './create-record-id';
import {createRecordWriter} from './create-record-writer';
import {isIntact} from './damaged-rows';
import {type CaptureLogOptions, type LogBase, openLogBase} from './open-log-base';
import {createObservationQueue} from './queue/observation-queue';

/**
 * In milliseconds: DevTools reports a response before the background has written its end, at most this long ordinarily.
 * Only what DevTools adds to a request in the log waits, no row.
 */
const DECIDED_WITHIN = 200;

/** Opens the log for a context that observes requests. */
export async function openObservingLog(options: CaptureLogOptions): Promise<ObservingLog> {
  return createObservingLog(await openLogBase(options), options);
}

/** `flush` writes waiting observations. */
export function createObservingLog(
  base: LogBase,
  options: CaptureLogOptions,
): ObservingLog & {flush(): Promise<void>} {
  const {use, session, onEvent, now, close} = base;
  const {writeInterval = 0, newId = createRecordId} = options;
  const queue = createObservationQueue({
    write: createObservationWriter(base, options),
    onTrouble: (message) => onEvent({type: 'storage-trouble', message}),
    interval: writeInterval,
  });
  const writeOne = createRecordWriter(base);
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
    async update(id, change) {
      await queue.flush();
      return writeOne(id, (stored) => (stored ? change(stored) : null));
    },
    outstandingReplays: async () => findOutstanding(await use()),
    async forgetTab(tabId) {
      await queue.flush();
      onEvent({type: 'removed', ids: await forgetTab(await use(), session, tabId)});
    },
    flush: queue.flush,
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
