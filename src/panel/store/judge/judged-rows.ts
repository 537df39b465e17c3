import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Inspection} from '../../../domain/verdict/inspection';
import {insertEntry} from '../log/insert-entry';
import {type SearchableEntry, toLogEntry} from '../log/log-entry';
import {createPageReader} from '../log/to-page';
import type {SessionPlace} from './session-fold';

/** The judge's data for a record of the list. */
export interface JudgedRow extends SessionPlace {
  /** Its position in the list, in milliseconds since the epoch. */
  at: number;
  entry: SearchableEntry;
}

/** The rows of the list, and those that the panel has not received yet. */
export interface JudgedRows {
  /** A new object whenever the record is checked again. */
  get(id: string): JudgedRow | undefined;
  ids(): Iterable<string>;
  /** In the order of the list. */
  all(): readonly JudgedRow[];
  put(request: CapturedRequest, inspection: Inspection): void;
  /** Returns the IDs that were rows. */
  remove(ids: readonly string[]): string[];
  /** The additions and removals since the last call. */
  takeChanges(): {listed: readonly SearchableEntry[]; gone: readonly string[]};
}

export function createJudgedRows(now: () => number): JudgedRows {
  const byId = new Map<string, JudgedRow>();
  const toPage = createPageReader();
  let ordered: JudgedRow[] = [];
  let listed: SearchableEntry[] = [];
  let gone: string[] = [];

  return {
    get: (id) => byId.get(id),
    ids: () => byId.keys(),
    all: () => ordered,
    put(request, inspection) {
      const old = byId.get(request.id);
      const entry = toLogEntry(request, inspection, old?.at ?? now(), toPage);
      const row = {id: entry.id, at: entry.at, session: toSession(request), entry};
      byId.set(row.id, row);
      insertEntry(ordered, row, old);
      listed.push(entry);
    },
    remove(ids) {
      const removed = ids.filter((id) => byId.delete(id));
      if (removed.length === 0) return removed;
      ordered = ordered.filter(({id}) => byId.has(id));
      listed = listed.filter(({id}) => byId.has(id));
      gone.push(...removed);
      return removed;
    },
    takeChanges() {
      const changes = {listed, gone};
      [listed, gone] = [[], []];
      return changes;
    },
  };
}

/** Replays are checked one by one, since the page did not send them. */
function toSession({replay, imported}: CapturedRequest): string | null {
  return replay ? null : (imported?.id ?? '');
}
