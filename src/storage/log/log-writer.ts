import {toBodyHash} from '../../domain/capture/body-hash';
import type {CapturedRequest} from '../../domain/capture/captured-request';
import {groupBy} from '../../domain/group-by';
import {type CaptureDatabase, type CaptureTransaction, writeTo} from './capture-database';
import type {CaptureLogEvent} from './capture-log';
import {isIntact} from './damaged-rows';
import {type Dropped, keepLimits, type Limits} from './keep-limits';
import type {QueuedObservation} from './queue/queued-observation';
import {fill, toRecord} from './request-rows';
import {writeObservations} from './write-observations';
import {type TabCounts, writeCounts, writeRecord} from './write-record';

export interface LogWriterOptions {
  use(): Promise<CaptureDatabase>;
  /** ID of the browser session; see `open-session.ts`. */
  session: string;
  /** Per tab, read for every write. */
  limits(): Limits;
  /** See `CaptureLogOptions`. */
  recording(at: number): boolean;
  onEvent(event: CaptureLogEvent): void;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Writes into the log, keeps it within its limits, and reports what was written and dropped. */
export interface LogWriter {
  /** Resolves to the records that they were merged into; null if the request was cleared. */
  writeAll(items: readonly QueuedObservation[]): Promise<(string | null)[]>;
  /** Replaces a stored record; if `change` returns null, nothing changes. */
  writeOne(
    id: string,
    change: (stored: CapturedRequest | null) => CapturedRequest | null,
  ): Promise<CapturedRequest | null>;
}

export function createLogWriter(options: LogWriterOptions): LogWriter {
  const {use, session, limits, recording, onEvent, now} = options;
  const arrive = createArrivals(now);

  function report(written: readonly CapturedRequest[], dropped: readonly Dropped[]): void {
    const byTab = groupBy(written, ({origin}) => origin.tabId);
    for (const [tabId, requests] of byTab) {
      onEvent({type: 'committed', ids: requests.map(({id}) => id), tabId});
    }
    if (dropped.length > 0) onEvent({type: 'removed', ids: dropped.flatMap((one) => one.ids)});
    for (const {tab, count} of dropped) onEvent({type: 'dropped', tabId: tab, count});
  }

  return {
    async writeAll(items) {
      const {ids, changed, dropped} = await writeTo(await use(), async (tx) => {
        const counts: TabCounts = new Map();
        const merged = await writeObservations(tx, items, {
          session,
          counts,
          arrive,
          recording,
          now,
        });
        return {...merged, dropped: await keepLimits(tx, await writeCounts(tx, counts), limits(), now())};
      });
      report(changed, dropped);
      return ids;
    },
    async writeOne(id, change) {
      const written = await writeTo(await use(), async (tx) => {
        const stored = await readStored(tx, id);
        const changed = change(stored?.whole ?? null);
        if (changed === null) return null;
        const counts: TabCounts = new Map();
        const joins = stored ? toRecord(stored.row) : {requestIds: [], views: []};
        const record = {...joins, request: changed, bodyHash: toBodyHash(changed.body)};
        const arrival = {session, at: arrive()};
        writeRecord(tx, record, {stored: stored?.row ?? null, arrival, counts});
        return {changed, dropped: await keepLimits(tx, await writeCounts(tx, counts), limits(), now())};
      });
      if (written) report([written.changed], written.dropped);
      return written?.changed ?? null;
    },
  };
}

/** A row, and the record with its bodies; null if there is none, or it is damaged. */
async function readStored(tx: CaptureTransaction, id: string) {
  const row = await tx.objectStore('requests').get(id);
  if (!row || !isIntact(row)) return null;
  const body = row.hasBody ? await tx.objectStore('bodies').get(id) : null;
  const answer = row.hasAnswer ? await tx.objectStore('answers').get(id) : null;
  return {row, whole: fill(row.request, body, answer)};
}

/** Times of arrival that increase with each call, even if the clock was set back. */
function createArrivals(now: () => number): () => number {
  let last = 0;
  return () => {
    last = Math.max(now(), last + 0.001);
    return last;
  };
}
