import {MASK} from '../bytes/mask';
import {fromBase64} from '../bytes/to-base64';
import type {
  AnswerBody,
  CapturedBody,
  CapturedHeaders,
  CapturedRequest,
  Outcome,
} from '../capture/captured-request';
import {type KeptUrl, keepShownUrl, keepUrl} from '../capture/keep-url';
import {type PlainHeader, withoutSecretParameterValues, withoutSecretValues} from '../capture/secrets';
import {matchEndpoint} from '../protocols/endpoints';
import type {Settings} from '../settings';
import {bodyOfHarRequest} from './har-body';
import {type HarLogEntry, harEntrySchema, harLogSchema} from './har-log';

/** What a HAR file holds for us. */
export interface HarImport {
  /** In the order of the file: of tab `tabId`, without credentials, not pinned. */
  requests: CapturedRequest[];
  /** Entries that go to addresses which are no known endpoint. */
  others: number;
  /** Entries that are not what HAR 1.2 says. */
  unreadable: number;
}

/** The file is no HAR log. `message` says why, for the user. */
export class HarLogError extends Error {
  override name = 'HarLogError';
}

/**
 * Reads a HAR 1.2 log, of a browser's Network panel or of our own: each request to a known endpoint, with its answer.
 * It brings no credentials: their names stay, their values are forgotten. Throws a `HarLogError`.
 */
export function readHarLog(
  text: string,
  context: {settings: Pick<Settings, 'endpoints'>; tabId: number; newId(): string},
): HarImport {
  const {pages = [], entries} = parseLog(text);
  const titles = new Map(pages.map(({id, title}) => [id, title]));
  const result: HarImport = {requests: [], others: 0, unreadable: 0};
  for (const value of entries) {
    const entry = harEntrySchema.safeParse(value);
    if (!entry.success) result.unreadable += 1;
    else if (matchEndpoint(entry.data.request, context.settings) === null) result.others += 1;
    else {
      const shown = entry.data._pageUrl ?? toUrl(titles.get(entry.data.pageref ?? ''));
      const pageUrl = shown === null ? null : keepShownUrl(shown);
      result.requests.push(toRequest(entry.data, {id: context.newId(), tabId: context.tabId, pageUrl}));
    }
  }
  return result;
}

function parseLog(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HarLogError('This file is no HAR: it is not JSON.');
  }
  const parsed = harLogSchema.safeParse(value);
  if (!parsed.success) throw new HarLogError('This file is no HAR: it has no log.entries.');
  return parsed.data.log;
}

function toRequest(
  entry: HarLogEntry,
  {id, tabId, pageUrl}: {id: string; tabId: number; pageUrl: string | null},
): CapturedRequest {
  const {request, response} = entry;
  const startedAt = toTime(entry.startedDateTime);
  const endedAt =
    startedAt !== null && entry.time !== undefined && entry.time >= 0 ? startedAt + entry.time : null;
  return {
    id,
    ...toKeptUrl(request.url),
    method: request.method,
    headers: toHeaders(request.headers),
    body: toBody(entry),
    startedAt,
    origin: {
      tabId,
      frameId: null,
      initiator: null,
      documentUrl: null,
      pageUrl,
      type: entry._resourceType ?? null,
    },
    outcome: toOutcome(response, entry._error, endedAt),
    seenBy: ['import'],
  };
}

function toKeptUrl(whole: string): KeptUrl {
  const kept = keepUrl(whole);
  return {...kept, url: withoutSecretParameterValues(kept.url, new Map())};
}

/** Recordings often leave credentials out, so that the list is never called complete. */
function toHeaders(headers: readonly PlainHeader[]): CapturedHeaders {
  if (headers.length === 0) return {state: 'unknown'};
  const sent = headers.filter(({name}) => !name.startsWith(':'));
  const list = withoutSecretValues(sent, new Map());
  return {
    state: 'redacted',
    list: list.map(({name, value}) => ({name, value: value === MASK ? null : value})),
  };
}

function toBody({request, response, _body}: HarLogEntry): CapturedBody {
  const {postData} = request;
  if (postData?._encoding === 'base64' && postData.text !== undefined) {
    const bytes = fromBase64(postData.text);
    return bytes === null ? {kind: 'missing', reason: 'damaged'} : {kind: 'bytes', bytes};
  }
  const body = bodyOfHarRequest(request, response.status > 0);
  if (body.kind === 'missing') return {...body, reason: 'not-recorded'};
  return _body === 'cut' && body.kind === 'bytes' ? {kind: 'cut', bytes: body.bytes, reason: 'cut'} : body;
}

function toOutcome(
  {status, statusText, headers, content, _error}: HarLogEntry['response'],
  error: string | undefined,
  endedAt: number | null,
): Outcome {
  if (status <= 0) {
    const reason = (error ?? _error) || 'The recording holds no answer.';
    return {state: 'failed', error: reason, endedAt};
  }
  return {
    state: 'answered',
    status,
    statusText,
    headers: toHeaders(headers),
    body: toAnswerBody(content),
    endedAt,
  };
}

function toAnswerBody(content: HarLogEntry['response']['content']): AnswerBody {
  if (content?.text === undefined || content.text === '') {
    return {kind: 'missing', reason: content?.size === 0 ? 'empty' : 'not-observed'};
  }
  const bytes = content.encoding === 'base64' ? fromBase64(content.text) : null;
  return {
    kind: 'text',
    text: bytes === null ? content.text : new TextDecoder().decode(bytes),
    ...(content.mimeType !== undefined && {mimeType: content.mimeType}),
  };
}

/** HAR has no way to say that nobody recorded the time: our own export writes the epoch. */
function toTime(text: string): number | null {
  const time = Date.parse(text);
  return Number.isFinite(time) && time > 0 ? time : null;
}

/** Chromium titles a page with its address. */
function toUrl(title: string | undefined): string | null {
  return title !== undefined && URL.canParse(title) ? withoutSecretParameterValues(title, new Map()) : null;
}
