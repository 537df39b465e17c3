import {buffer} from 'node:stream/consumers';
import {
  type CapturedHeaders,
  type CapturedRequest,
  describeLeftOut,
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
import type {Input} from './open-input';
import {brokenEntry, readHarStream} from './read-har-stream';
import {readLines} from './read-lines';
import type {ReadOptions} from './read-options';

/**
 * Reads the requests of a file: HAR (also with its bodies in a zip), NDJSON, cURL and fetch text, or a JSON body.
 * Throws an `InputError`.
 */
export async function* readRequests(
  {head, pieces}: Input,
  options: ReadOptions,
): AsyncGenerator<CapturedRequest> {
  const name = options.file.replace(/\.gz$/i, '');
  const isHar = /\.z?har$/i.test(name);
  const start = new TextDecoder().decode(head);
  if (/\.zip$/i.test(name) || isOpenedAsWhole(head) || (isHar && partOfLog.test(start)))
    yield* readWholeHar(await buffer(pieces), options);
  else if (isHar || /^\s*\{\s*"log"\s*:/.test(start)) yield* readHarStream(pieces, options);
  else if (hasRecordedLines(name, start)) yield* readLines(pieces, options);
  else yield* readText(await buffer(pieces), options);
}

/** The inside of a log, its entries, or one of them; these cannot be streamed. */
const partOfLog = /^\ufeff?\s*(?:\[|\{\s*"(?!log"))/;

function readWholeHar(bytes: Uint8Array, {file, settings, newId, note}: ReadOptions): CapturedRequest[] {
  try {
    const {requests, ...rest} = importHarFile(bytes, {settings, tabId: 0, newId});
    const broken = rest.faults.find(({reason}) => reason === 'no-json');
    if (broken) throw brokenEntry(file, broken.entry);
    for (const told of describeLeftOut(rest)) note(`${file}: ${told}`);
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
