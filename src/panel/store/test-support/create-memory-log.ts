import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {CaptureLog} from '../../../storage/log/capture-log';

/** A capture log in memory, for tests and the preview page. It clones like a database does. */
export function createMemoryLog(initial: readonly CapturedRequest[] = []): CaptureLog {
  const records = new Map(initial.map((request) => [request.id, structuredClone(request)]));
  return {
    observe: () => Promise.reject(new Error('The memory log takes records, not observations.')),
    async put(request) {
      records.set(request.id, structuredClone(request));
    },
    async update(id, change) {
      const record = records.get(id);
      const next = record ? change(structuredClone(record)) : null;
      if (next) records.set(id, structuredClone(next));
      return next;
    },
    async *list(tabId) {
      const ours = [...records.values()].filter(
        ({origin}) => origin.tabId === tabId || origin.tabId === null,
      );
      for (let from = 0; from < ours.length; from += 100) yield structuredClone(ours.slice(from, from + 100));
    },
    async get(ids) {
      return ids.flatMap((id) => structuredClone(records.get(id)) ?? []);
    },
    countDropped: () => Promise.resolve(0),
    async clear(tabId) {
      for (const [id, {origin, pinned}] of records) if (origin.tabId === tabId && !pinned) records.delete(id);
    },
    purgeOtherSessions: () => Promise.resolve(),
    close: () => undefined,
  };
}
