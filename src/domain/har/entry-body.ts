import {encodeText} from '../bytes/encode-text';
import {fromBase64} from '../bytes/to-base64';
import {DECOMPRESSED_NOTE, REPORTED_BY_PAGE_NOTE} from '../capture/body-notes';
import type {CapturedBody} from '../capture/captured-request';
import {findHeader} from '../capture/headers';
import {decodeText} from '../decode/decode-text';
import {bodyOfHarRequest, EDITED_NOTE} from './har-body';
import type {HarLogEntry, HarLogRequest} from './har-log';

/** The bytes of a file that a log refers to, by its name there; undefined if it was not provided together with the log. */
export type HarFiles = (name: string) => Uint8Array<ArrayBuffer> | undefined;

/**
 * The notes of complete bodies by `_body` of our own export. Without it, length and characters of a text only suggest
 * whether its bytes are complete.
 */
export const notesOfWritten: ReadonlyMap<string, string | undefined> = new Map([
  ['sent', undefined],
  ['decompressed', DECOMPRESSED_NOTE],
  ['reported', REPORTED_BY_PAGE_NOTE],
  ['changed', EDITED_NOTE],
]);

/** The body of an entry, in the format of any producer. `reason` is `not-recorded` if the log does not contain one. */
export function readEntryBody(entry: HarLogEntry, files: HarFiles): CapturedBody {
  const {request, response, _body} = entry;
  const written = readWritten(entry);
  if (written !== null) return written;
  const body = readRequestBody(request, (response?.status ?? 0) > 0, files);
  if (body.kind === 'missing') {
    const {bodySize = 0} = request;
    const size = body.size ?? (bodySize > 0 ? bodySize : undefined);
    const reason = body.reason === 'damaged' || body.reason === 'form' ? body.reason : 'not-recorded';
    return {kind: 'missing', reason, ...(size !== undefined && {size})};
  }
  return _body === 'cut' && body.kind === 'bytes' ? {kind: 'cut', bytes: body.bytes, reason: 'cut'} : body;
}

/** A body that our own export wrote as it was captured; null: another producer, or a body that is not included. */
function readWritten({request: {postData}, _body = ''}: HarLogEntry): CapturedBody | null {
  if (_body === 'none') return postData === undefined ? {kind: 'none'} : null;
  if (_body === 'form' && postData !== undefined) return fromParams({...postData, mimeType: undefined});
  if (postData?.text === undefined || !notesOfWritten.has(_body)) return null;
  const bytes = isBase64(postData._encoding) ? fromBase64(postData.text) : encodeText(postData.text);
  const note = notesOfWritten.get(_body);
  return bytes === null ? null : {kind: 'bytes', bytes, ...(note !== undefined && {note})};
}

/** The file with the body, if the log refers to one. */
export function fileOfBody({postData}: HarLogRequest): string | null {
  return postData?._file ?? null;
}

function readRequestBody(request: HarLogRequest, wasAnswered: boolean, files: HarFiles): CapturedBody {
  const {postData, _content} = request;
  if (postData?._file !== undefined) {
    const bytes = files(postData._file);
    if (bytes !== undefined) return asWritten(bytes, request);
  }
  if (isBase64(postData?._encoding ?? postData?.encoding)) return fromDigits(postData?.text, request);
  if (!postData?.text && _content?.text !== undefined) {
    if (isBase64(_content.encoding)) return fromDigits(_content.text, request);
    return bodyOfHarRequest({...request, postData: {...postData, text: _content.text}}, wasAnswered);
  }
  if (!postData?.text && postData !== undefined && postData.params.length > 0) return fromParams(postData);
  return bodyOfHarRequest(request, wasAnswered);
}

function isBase64(encoding: string | undefined): boolean {
  return encoding?.toLowerCase() === 'base64';
}

function fromDigits(text: string | undefined, request: HarLogRequest): CapturedBody {
  const bytes = text === undefined ? null : fromBase64(text);
  if (bytes === null) return {kind: 'missing', reason: 'damaged'};
  return bytes.length === 0 ? {kind: 'none'} : asWritten(bytes, request);
}

/** Exact bytes; text despite a Content-Encoding was decompressed by the recording program. */
function asWritten(bytes: Uint8Array<ArrayBuffer>, {headers}: HarLogRequest): CapturedBody {
  const encoding = findHeader(headers, 'content-encoding')?.value.toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return {kind: 'bytes', bytes};
  const {charset, invalid} = decodeText(bytes);
  const isPlain = charset === 'utf-8' && invalid === null;
  return isPlain ? {kind: 'bytes', bytes, note: DECOMPRESSED_NOTE} : {kind: 'bytes', bytes};
}

/** A form of which only the fields were recorded; those of files are not texts. */
function fromParams({mimeType, params}: NonNullable<HarLogRequest['postData']>): CapturedBody {
  const isMultipart = mimeType?.toLowerCase().startsWith('multipart/') === true;
  const fields: Record<string, string[]> = Object.create(null);
  for (const {name, value = '', fileName} of params) {
    const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (isMultipart || fileName !== undefined || !(isText || value === null))
      return {kind: 'missing', reason: 'form'};
    fields[name] ??= [];
    fields[name].push(value === null ? '' : String(value));
  }
  return {kind: 'form', fields};
}
