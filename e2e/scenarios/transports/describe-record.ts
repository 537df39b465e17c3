import {createHash} from 'node:crypto';
import {gunzipSync} from 'node:zlib';
import type {LoggedRequest} from './read-records';

/** The expected values for a record. */
export interface Truth {
  /** The tab that the panel belongs to. */
  tabId: number;
  /** Origins of the site's pages and workers. */
  siteOrigins: readonly string[];
  /** The bytes that were sent: as the server received them, or as the page wrote them if the server did not receive any. */
  bytes: Buffer;
}

/** Describes a record in a line: `exact · page · 200`. */
export function describeRecord(record: LoggedRequest, truth: Truth): string {
  return [describeBody(record.body, truth.bytes), describePlace(record, truth), describeOutcome(record)].join(
    ' · ',
  );
}

export function toSha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function describeBody({kind, reason, note, size, sha256}: LoggedRequest['body'], bytes: Buffer): string {
  if (kind === 'bytes' && note === null) return sha256 === toSha256(bytes) ? 'exact' : 'OTHER BYTES';
  if (kind === 'bytes') return sha256 === toSha256(inflate(bytes)) ? 'decompressed' : 'OTHER TEXT';
  if (kind === 'cut') return size < bytes.length ? `cut (${reason})` : `damaged (${reason})`;
  return reason === null ? kind : `${kind} (${reason})`;
}

/** Bytes without the gzip header are returned unchanged. */
function inflate(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

function describePlace(record: LoggedRequest, {tabId, siteOrigins}: Truth): string {
  const {frameId} = record;
  if (record.tabId === tabId) return frameId === null ? 'tab' : frameId === 0 ? 'page' : 'frame';
  if (record.tabId !== null) return 'another tab';
  const home = record.documentUrl ?? record.initiator;
  return home !== null && siteOrigins.includes(new URL(home).origin) ? 'worker' : 'nowhere';
}

function describeOutcome({state, status, error}: LoggedRequest): string {
  if (state === 'answered') return String(status);
  return `${status === null ? '' : `${status}, `}${error === null ? state : `${state} (${error})`}`;
}
