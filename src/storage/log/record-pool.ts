import type {CaptureRecord} from '../../domain/capture/capture-record';
import type {Observation} from '../../domain/capture/observation';
import {toRequestTarget} from '../../domain/capture/request-target';
import type {RequestRow} from './capture-database';
import {isIntact} from './damaged-rows';
import {toRecord} from './request-rows';

/** A record that is being processed in a transaction, and the row it was read from. */
export interface PoolEntry {
  record: CaptureRecord;
  stored: RequestRow | null;
}

/** The records that a transaction processes. */
export interface RecordPool {
  /** The records that the observation may belong to: with the same ID, address or marker. */
  candidates(observation: Observation): CaptureRecord[];
  put(record: CaptureRecord): void;
  /** The changed records, in the order in which they were first used. */
  changed(): PoolEntry[];
}

export function createRecordPool(rows: readonly RequestRow[]): RecordPool {
  const entries = new Map<string, PoolEntry>();
  const idsByKey = new Map<string, Set<string>>();
  const changed = new Set<string>();

  function add(record: CaptureRecord, stored: RequestRow | null): void {
    entries.set(record.request.id, {record, stored});
    for (const key of keysOf(record)) {
      const ids = idsByKey.get(key);
      if (ids) ids.add(record.request.id);
      else idsByKey.set(key, new Set([record.request.id]));
    }
  }

  for (const row of rows) {
    if (!entries.has(row.id) && isIntact(row)) add(toRecord(row), row);
  }
  return {
    candidates(observation) {
      const ids = new Set(keysFor(observation).flatMap((key) => [...(idsByKey.get(key) ?? [])]));
      return [...ids].flatMap((id) => entries.get(id)?.record ?? []);
    },
    put(record) {
      const {id} = record.request;
      add(record, entries.get(id)?.stored ?? null);
      changed.add(id);
    },
    changed: () => [...entries].flatMap(([id, entry]) => (changed.has(id) ? [entry] : [])),
  };
}

function keysOf({request, requestIds}: CaptureRecord): string[] {
  const marker = request.replay ? [`marker ${request.replay.marker}`] : [];
  return [`target ${toRequestTarget(request)}`, ...requestIds.map((id) => `id ${id}`), ...marker];
}

function keysFor(observation: Observation): string[] {
  const target = `target ${toRequestTarget(observation)}`;
  if (observation.source !== 'web-request') return [target];
  const keys = [`id ${observation.requestId}`, target];
  if (observation.mark) keys.push(`marker ${observation.mark.marker}`);
  return keys;
}
