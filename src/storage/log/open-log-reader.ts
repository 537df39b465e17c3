import {keepOpen} from '../keep-open';
import {openCaptureDatabase} from './capture-database';
import type {CaptureLog} from './capture-log';
import {getRequests, listRequests} from './list-requests';

/**
 * The capture log for a context that only reads it. Each call rejects if IndexedDB is not available. `onDamaged` is
 * called once for each record that cannot be read.
 */
export function openLogReader({
  name = 'track-inspector',
  onDamaged,
}: {
  name?: string;
  onDamaged?(id: string): void;
} = {}): Pick<CaptureLog, 'list' | 'get'> {
  const damaged = new Set<string>();
  const tell = (id: string) => {
    if (!damaged.has(id)) onDamaged?.(id);
    damaged.add(id);
  };
  const connection = keepOpen((onClosed) => openCaptureDatabase(name, onClosed));
  // Callers get the error themselves.
  connection.use().catch(() => undefined);
  return {
    async *list(tabId) {
      yield* listRequests(await connection.use(), tabId, tell);
    },
    get: async (ids) => getRequests(await connection.use(), ids, tell),
  };
}
