import {wasDecompressed} from '../capture/body-notes';
import type {CapturedBody} from '../capture/captured-request';
import {openBody} from '../edit/original-body';
import type {RawParts} from '../edit/paste/pasted-request';
import {fileOfBody, readEntryBody} from './entry-body';
import type {HarLogEntry} from './har-log';
import {describeFaults, readHar, readHarEntry} from './read-har';
import {withoutServiceWorkerPairs} from './service-worker-pairs';
import {describeUnfollowed, findUnfollowed} from './unfollowed-redirects';

/** The requests of a pasted log or entry, and sentences about parts that were left out. */
export interface PastedHar {
  requests: RawParts[];
  notes: string[];
}

/** Reads a HAR (1.2) log, or one entry of it; null if it is neither. */
export function readPastedHar(value: unknown): PastedHar | null {
  const reading = readHar(value);
  if (reading === null) {
    const entry = readHarEntry(value);
    return entry === null ? null : {requests: [toParts(entry)], notes: []};
  }
  const unfollowed = findUnfollowed(reading.entries);
  const {entries, pairs} = withoutServiceWorkerPairs(
    reading.entries.filter((entry) => !unfollowed.has(entry)),
  );
  const left = [...describeFaults(reading.faults), ...describeUnfollowed(unfollowed.size)];
  const notes = left.map((part) => `${part[0]?.toUpperCase()}${part.slice(1)}.`);
  if (pairs > 0) notes.push('Requests recorded for both a page and its service worker are listed once.');
  return {requests: entries.map(toParts), notes};
}

function toParts(entry: HarLogEntry): RawParts {
  const {method, url, headers: all, postData} = entry.request;
  const notes =
    entry._urlLength === undefined ? [] : ['The recording only contains the beginning of the address.'];
  const body = readEntryBody(entry, () => undefined);
  const headers = all.filter(({name}) => isSendable(name, body, notes));
  if (postData?.mimeType && !headers.some(({name}) => name.toLowerCase() === 'content-type')) {
    headers.push({name: 'Content-Type', value: postData.mimeType});
  }
  return {url, method, headers, body: toBytes(entry, body, notes), notes};
}

/** Without HTTP/2's pseudo headers, and without Content-Encoding if the body is not compressed. */
function isSendable(name: string, body: CapturedBody, notes: string[]): boolean {
  if (name.startsWith(':')) return false;
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    notes.push(`${JSON.stringify(name)} is not a valid header name. It is ignored.`);
    return false;
  }
  if (name.toLowerCase() !== 'content-encoding' || !wasDecompressed(body)) return true;
  notes.push('The body was recorded decompressed, so Content-Encoding is not included.');
  return false;
}

function toBytes(entry: HarLogEntry, body: CapturedBody, notes: string[]): Uint8Array<ArrayBuffer> | null {
  switch (body.kind) {
    case 'bytes':
      return body.bytes;
    case 'none':
      return null;
    case 'cut':
      notes.push('The recording only contains part of the body, or the body was damaged.');
      return body.bytes;
    case 'form':
      notes.push('The recording contains the fields of a form, not its bytes. They are encoded again.');
      return openBody(body, {state: 'unknown'}).bytes;
    case 'missing': {
      const file = fileOfBody(entry.request);
      if (file !== null) notes.push(`The body is in another file, ${file}, which is not included.`);
      else if (body.size !== undefined || body.reason !== 'not-recorded' || entry.request.postData)
        notes.push('The recording does not contain the body.');
      return null;
    }
  }
}
