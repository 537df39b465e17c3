import {openCaptureDatabase} from './capture-database';
import type {CaptureLog} from './capture-log';
import {getRequests, listRequests} from './list-requests';

/** The capture log for a context that only reads it. Each call rejects where the browser gives no IndexedDB. */
export function openLogReader(name = 'track-inspector'): Pick<CaptureLog, 'list' | 'get'> {
  const opening = openCaptureDatabase(name);
  // Who asks hears of it.
  opening.catch(() => undefined);
  return {
    async *list(tabId) {
      yield* listRequests(await opening, tabId);
    },
    get: async (ids) => getRequests(await opening, ids),
  };
}
