import {escapeHidden} from '../bytes/hidden-characters';
import {toBase64} from '../bytes/to-base64';
import type {AnswerBody, CapturedRequest, Outcome, ReplayRecord} from '../capture/captured-request';
import {isTime, toIsoTime} from '../capture/captured-time';
import {findHeader} from '../capture/headers';
import {decodeText} from '../decode/decode-text';
import {unpackBody} from '../edit/original-body';
import {
  type ExportedRequest,
  type ExportOptions,
  exportHeaders,
  toExported,
} from '../export/exported-request';
import {canParseUrl} from '../parse-url';
import {maskFields} from '../secrets/mask-body';
import {maskText} from '../secrets/mask-text';
import {maskUrl} from '../secrets/url-secrets';
import {notesOfWritten} from './entry-body';

/** HAR cannot express that the time was not recorded. */
const EPOCH = '1970-01-01T00:00:00.000Z';

/** The creator of the log: our name and version. */
export interface HarCreator {
  name: string;
  version: string;
}

/**
 * The requests as a HAR 1.2 log, credentials masked unless requested otherwise. Our own fields begin with `_`, as HAR
 * requires.
 */
export function toHar(
  requests: readonly CapturedRequest[],
  creator: HarCreator,
  options: ExportOptions = {},
): string {
  const entries = requests.map((request) => toEntry(request, options));
  return escapeHidden(JSON.stringify({log: {version: '1.2', creator, pages: [], entries}}, null, 2));
}

function toEntry(request: CapturedRequest, options: ExportOptions) {
  const exported = toExported(request, options);
  const {outcome, startedAt} = request;
  const notes = [...exported.notes];
  const response = toHarResponse(outcome, options, notes);
  const endedAt = 'endedAt' in outcome ? outcome.endedAt : null;
  const time = isTime(startedAt) && isTime(endedAt) ? Math.max(0, endedAt - startedAt) : null;
  return {
    startedDateTime: toIsoTime(startedAt) ?? EPOCH,
    time: time ?? 0,
    ...(time === null && {_end: 'unknown'}),
    request: toHarRequest(request, exported, options),
    response,
    cache: {},
    timings: {send: 0, wait: time ?? 0, receive: 0},
    ...(notes.length > 0 && {comment: [...new Set(notes)].join(' ')}),
    ...(request.origin.type !== null && {_resourceType: request.origin.type}),
    ...(request.origin.pageUrl !== null && {_pageUrl: maskUrl(request.origin.pageUrl)}),
    ...(request.urlLength !== undefined && {_urlLength: request.urlLength}),
    ...toEndMark(outcome, options),
    _id: request.id,
    ...(request.replay && {_replay: toReplay(request.replay)}),
    _body: toBodyMark(request, exported),
  };
}

/** Without what only matters while it is being sent. */
function toReplay({marker: _marker, claimed: _claimed, ...kept}: ReplayRecord) {
  return kept;
}

/** How the request ended without a complete response, which HAR cannot express. */
function toEndMark(outcome: Outcome, {secrets}: ExportOptions): {_error?: string; _reason?: string} {
  const show = secrets === undefined ? maskText : (text: string) => text;
  if (outcome.state === 'failed') return {_error: show(outcome.error)};
  return outcome.state === 'unknown' ? {_reason: show(outcome.reason)} : {};
}

function toHarRequest(
  request: CapturedRequest,
  {url, method, headers, body}: ExportedRequest,
  options: ExportOptions,
) {
  const list = toList(headers);
  return {
    method,
    url,
    httpVersion: '',
    cookies: [],
    headers: list,
    queryString: canParseUrl(url)
      ? [...new URL(url).searchParams].map(([name, value]) => ({name, value}))
      : [],
    headersSize: -1,
    bodySize: body?.length ?? sizeOf(request),
    ...(body !== null && {postData: toPostData(body, list)}),
    ...(request.body.kind === 'form' && {postData: toFormData(request.body.fields, list, options)}),
  };
}

/** The size of a body that is not included; -1: not known. */
function sizeOf({body}: CapturedRequest): number {
  if (body.kind === 'none') return 0;
  if (body.kind === 'bytes') return body.bytes.length;
  return ('size' in body ? body.size : undefined) ?? -1;
}

/** What the import has to know about a body besides its bytes; see `notesOfWritten`. */
function toBodyMark({body: captured}: CapturedRequest, {body, headers}: ExportedRequest): string {
  if (captured.kind !== 'bytes') return captured.kind;
  if (body === null) return 'missing';
  if (body !== captured.bytes) return 'changed';
  const [mark = 'sent'] = [...notesOfWritten].find(([, note]) => note === captured.note) ?? [];
  return mark === 'sent' && toText(body, toList(headers))?.isUnpacked ? 'decompressed' : mark;
}

function toFormData(
  fields: Record<string, string[]>,
  headers: {name: string; value: string}[],
  {secrets}: ExportOptions,
) {
  const shown = Object.entries(secrets === undefined ? maskFields(fields) : fields);
  const params = shown.flatMap(([name, values]) => values.map((value) => ({name, value})));
  return {mimeType: findHeader(headers, 'content-type')?.value ?? '', params};
}

/** Bytes that are not text are marked as Base64. */
function toPostData(body: Uint8Array<ArrayBuffer>, headers: {name: string; value: string}[]) {
  const mimeType = findHeader(headers, 'content-type')?.value ?? '';
  const text = toText(body, headers)?.text;
  return text === undefined ? {mimeType, text: toBase64(body), _encoding: 'base64'} : {mimeType, text};
}

/**
 * HAR only supports text: bytes that are compressed according to their Content-Encoding are decompressed, as browsers
 * do. Others are not, since it is a fault that the header is missing. Null: not text.
 */
function toText(
  body: Uint8Array<ArrayBuffer>,
  headers: {name: string; value: string}[],
): {text: string; isUnpacked: boolean} | null {
  const {plain, isPacked} = unpackBody(body, {state: 'known', list: headers});
  if (plain === null || (isPacked && findHeader(headers, 'content-encoding') === undefined)) return null;
  const {text, charset, invalid} = decodeText(plain);
  return invalid === null && charset === 'utf-8' ? {text, isUnpacked: isPacked} : null;
}

function toList(headers: ExportedRequest['headers']): {name: string; value: string}[] {
  return headers.map(([name, value]) => ({name, value}));
}

function toHarResponse(outcome: Outcome, {secrets}: ExportOptions, notes: string[]) {
  const answered = outcome.state === 'answered' ? outcome : null;
  const list = answered === null ? [] : exportHeaders(answered.headers, secrets, notes);
  const headers = list.map(([name, value]) => ({name, value}));
  const show = secrets === undefined ? maskText : (text: string) => text;
  return {
    status: ('status' in outcome && outcome.status) || 0,
    statusText: show(answered?.statusText ?? ''),
    httpVersion: '',
    cookies: [],
    headers,
    content: toContent(answered?.body ?? null, show),
    redirectURL: findHeader(headers, 'location')?.value ?? '',
    headersSize: -1,
    bodySize: -1,
  };
}

function toContent(body: AnswerBody | null, show: (text: string) => string) {
  if (body === null) return {size: 0, mimeType: ''};
  if (body.kind === 'missing')
    return {size: body.reason === 'empty' ? 0 : -1, mimeType: '', _missing: body.reason};
  const size = new TextEncoder().encode(body.text).length;
  const text = show(body.text);
  return {
    size,
    mimeType: show(body.mimeType ?? ''),
    text,
    ...(body.cut === true && {_isCut: true, comment: 'cut'}),
  };
}
