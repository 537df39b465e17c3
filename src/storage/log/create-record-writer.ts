import {toBodyHash} from '../../domain/capture/body-hash';
import type {CapturedRequest} from '../../domain/capture/captured-request';
import {type CaptureTransaction, writeTo} from './capture-database';
import {isIntact} from './damaged-rows';
import {keepLimits} from './keep-limits';
import {fill, toRecord} from './request-rows';
import {type TabCounts, writeCounts, writeRecord} from './write-record';
import {reportWrite, type WriterContext} from './writer-context';

/** Replaces a stored record; if `change` returns null, nothing changes. */
export type WriteRecord = (
  id: string,
  change: (stored: CapturedRequest | null) => CapturedRequest | null,
) => Promise<CapturedRequest | null>;

/** Writes records that are not observed, the same way. */
export function createRecordWriter(context: WriterContext): WriteRecord {
  const {use, session, limits, now, arrive} = context;
  return async (id, change) => {
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
    if (written) reportWrite(context, [written.changed], written.dropped);
    return written?.changed ?? null;
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
