import {buffer} from 'node:stream/consumers';
import {gunzipSync} from 'node:zlib';
import {
  type CapturedHeaders,
  type CapturedRequest,
  HarLogError,
  hasRecordedLines,
  importHarFile,
  isOpenedAsWhole,
  type PastedRequest,
  readPasted,
  requestFromParts,
  withoutCredentials,
} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import {noteLeftOut, readHarStream} from './read-har-stream';
import {readNdjson} from './read-ndjson';
import type {ReadOptions} from './read-options';

/** A file, or standard input. */
export interface Input {
  /** Enough of the beginning to detect the format. */
  head: Uint8Array;
  /** The whole contents; can be read once. */
  pieces: AsyncIterable<Uint8Array>;
}

/**
 * Reads the requests of a file: HAR (also compressed), NDJSON, cURL and fetch text, or a JSON body. Throws an
 * `InputError`.
 */
export async function* readRequests(
  {head, pieces}: Input,
  options: ReadOptions,
): AsyncGenerator<CapturedRequest> {
  const {file} = options;
  const start = new TextDecoder().decode(head);
  if (/\.(?:zip|zhar)$/i.test(file) || isOpenedAsWhole(head)) {
    const bytes = await buffer(pieces);
    const lines = unpackLines(bytes, file);
    if (lines === null) yield* readWholeHar(bytes, options);
    else yield* readLines([lines], options);
  } else if (/\.har$/i.test(file) && partOfLog.test(start))
    yield* readWholeHar(await buffer(pieces), options);
  else if (/\.har$/i.test(file) || /^\s*\{\s*"log"\s*:/.test(start)) yield* readHarStream(pieces, options);
  else if (hasRecordedLines(file, start)) yield* readLines(pieces, options);
  else yield* readText(await buffer(pieces), options);
}

async function* readLines(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<CapturedRequest> {
  for await (const parts of readNdjson(pieces, options)) yield withoutCredentials(requestFromParts(parts));
}

/** The maximum size of a decompressed file, in bytes. */
const MAX_UNPACKED = 512 * 1024 * 1024;

/** Recorded lines that gzip has compressed; null if it is something else, or damaged. */
function unpackLines(bytes: Uint8Array, file: string): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  try {
    const plain = gunzipSync(bytes, {maxOutputLength: MAX_UNPACKED});
    const start = new TextDecoder().decode(plain.subarray(0, 4_096));
    return hasRecordedLines(file.replace(/\.gz$/i, ''), start) ? plain : null;
  } catch {
    // The reader of HAR files says why.
    return null;
  }
}

/** The inside of a log, its entries, or one of them; these cannot be streamed. */
const partOfLog = /^\ufeff?\s*(?:\[|\{\s*"(?!log"))/;

function readWholeHar(bytes: Uint8Array, {file, settings, newId, note}: ReadOptions): CapturedRequest[] {
  try {
    const {requests, ...rest} = importHarFile(bytes, {settings, tabId: 0, newId});
    noteLeftOut(rest, {file, note});
    return requests;
  } catch (error) {
    if (error instanceof HarLogError) throw new InputError(`${file}: ${error.message}`);
    throw error;
  }
}

function readText(bytes: Uint8Array, options: ReadOptions): CapturedRequest[] {
  const {file, url, newId, note} = options;
  const text = new TextDecoder().decode(bytes);
  if (/^\s*\{\s*"session"\s*:/.test(text))
    throw new InputError(
      `${file}: this is a session that the panel saved. Export its requests as HAR instead.`,
    );
  if (text.trim() === '') throw new InputError(`${file}: this file is empty.`);
  const pasted = readPasted(text);
  if (!pasted.ok) throw new InputError(`${file}: ${pasted.reason}`);
  // Pasted requests have no responses, but those in a file have.
  if (pasted.kind === 'har') return readWholeHar(bytes, options);
  return pasted.requests.map((request) => {
    for (const told of request.notes) note(`${file}: ${told}`);
    const address = request.url ?? url;
    if (address === undefined) {
      throw new InputError(`${file}: this is a body without an address. Name its endpoint with --url.`);
    }
    return toCaptured({...request, body: toSentBody(request.body, bytes, text)}, address, newId());
  });
}

/** The bytes of the file, if it is a body as a whole: those that are not UTF-8 are lost in its text. */
function toSentBody(body: PastedRequest['body'], bytes: Uint8Array, text: string): PastedRequest['body'] {
  const isWhole = body !== null && text.includes('\ufffd') && new TextDecoder().decode(body) === text;
  return isWhole ? Uint8Array.from(bytes) : body;
}

/** The reader has removed the credentials, but their names are kept, since a request without them is a different one. */
function toCaptured(pasted: PastedRequest, url: string, id: string): CapturedRequest {
  const ofQuery = pasted.credentials.filter(({place}) => place === 'query');
  const query = ofQuery.map(({name}) => `${name}=secret-forgotten`).join('&');
  const list = [
    ...pasted.headers,
    ...pasted.credentials.flatMap(({place, name}) => (place === 'header' ? [{name, value: null}] : [])),
  ];
  const state = pasted.credentials.some(({place}) => place === 'header') ? 'redacted' : 'known';
  const headers: CapturedHeaders = pasted.url === null ? {state: 'unknown'} : {state, list};
  return withoutCredentials({
    ...requestFromParts({
      url: addToQuery(url, query),
      method: pasted.method,
      headers: {},
      body: pasted.body,
      id,
    }),
    headers,
  });
}

function addToQuery(url: string, query: string): string {
  if (query === '') return url;
  const [head = '', ...fragment] = url.split('#');
  return [`${head}${head.includes('?') ? '&' : '?'}${query}`, ...fragment].join('#');
}
