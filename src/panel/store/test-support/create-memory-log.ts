import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {CaptureLog, CaptureLogEvent} from '../../../storage/log/capture-log';
import {bytesOfRequest} from '../../../storage/log/request-rows';

/** A capture log in memory, for tests and the preview page. It clones, and reports changes, like the real one. */
export function createMemoryLog(
  initial: readonly CapturedRequest[] = [],
  onEvent: (event: CaptureLogEvent) => void = () => undefined,
): CaptureLog {
  const written: string[] = [];
  const records = new Map(initial.map((request) => [request.id, structuredClone(request)]));
  /** Writes of one turn are reported together, as the real log reports the writes of one transaction. */
  function commit(id: string): void {
    written.push(id);
    if (written.length > 1) return;
    queueMicrotask(() => {
      onEvent({type: 'committed', ids: written.splice(0)});
    });
  }

  function remove(ids: readonly string[]): void {
    for (const id of ids) records.delete(id);
    onEvent({type: 'removed', ids});
  }

  return {
    observe: () => Promise.reject(new Error('The memory log takes records, not observations.')),
    async put(request) {
      records.set(request.id, structuredClone(request));
      commit(request.id);
    },
    async update(id, change) {
      const record = records.get(id);
      const next = record ? change(structuredClone(record)) : null;
      if (next === null) return null;
      records.set(id, structuredClone(next));
      commit(id);
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
    async measure(tabId) {
      const ours = [...records.values()].filter(({origin}) => origin.tabId === tabId);
      const bytes = ours.reduce((sum, request) => sum + bytesOfRequest(request), 0);
      return {count: ours.length, bytes, dropped: 0};
    },
    async clear(tabId) {
      const all = [...records.values()];
      remove(all.filter(({origin, pinned}) => origin.tabId === tabId && !pinned).map(({id}) => id));
    },
    remove: async (ids) => remove(ids),
    close: () => undefined,
  };
}
