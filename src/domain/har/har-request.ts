import {MASK} from '../bytes/mask';
import {fromBase64} from '../bytes/to-base64';
import type {
  AnswerBody,
  CapturedBody,
  CapturedHeaders,
  CapturedRequest,
  Outcome,
} from '../capture/captured-request';
import {isTime} from '../capture/captured-time';
import {toFailureInDevTools, withStatus} from '../capture/failure';
import {type KeptUrl, keepShownUrl, keepUrl} from '../capture/keep-url';
import {toTextAnswer} from '../capture/text-answer';
import {canParseUrl} from '../parse-url';
import {type PlainHeader, withoutSecretValues} from '../secrets/header-secrets';
import {maskText} from '../secrets/mask-text';
import {withoutUrlSecrets} from '../secrets/url-secrets';
import type {HarLogEntry} from './har-log';

const NO_STATUS = 'The recording does not contain the status of the response.';

/** The request of an entry, with its response and without its credentials. */
export function toRequest(
  entry: HarLogEntry,
  body: CapturedBody,
  {
    id,
    tabId,
    pageUrl,
    sourceId,
  }: {id: string; tabId: number; pageUrl: string | null; sourceId: string | null},
): CapturedRequest {
  const {request, _replay} = entry;
  const startedAt = toTime(entry.startedDateTime);
  const endedAt =
    startedAt !== null && entry.time !== undefined && entry.time >= 0 && entry._end === undefined
      ? toTime(startedAt + entry.time)
      : null;
  return {
    id,
    ...toKeptUrl(entry),
    method: request.method,
    headers: toHeaders(request.headers),
    body,
    startedAt,
    origin: {
      tabId,
      frameId: null,
      initiator: null,
      documentUrl: null,
      pageUrl,
      type: entry._resourceType ?? null,
    },
    outcome: toOutcome(entry, endedAt),
    seenBy: ['import'],
    // It was sent: nothing sends it again automatically.
    ...(_replay && {replay: {..._replay, sourceId, marker: id, claimed: true}}),
  };
}

function toKeptUrl({request: {url}, _urlLength}: HarLogEntry): KeptUrl {
  const kept = keepUrl(url);
  const urlLength = kept.urlLength ?? _urlLength;
  return {url: withoutUrlSecrets(kept.url, new Map()), ...(urlLength !== undefined && {urlLength})};
}

/** Recordings often omit credentials, so the list is never marked as complete. */
function toHeaders(headers: readonly PlainHeader[]): CapturedHeaders {
  if (headers.length === 0) return {state: 'unknown'};
  const sent = headers.filter(({name}) => !name.startsWith(':'));
  const list = withoutSecretValues(sent, new Map());
  return {
    state: 'redacted',
    list: list.map((header) => (header.value === MASK ? {...header, value: null} : header)),
  };
}

function toOutcome(entry: HarLogEntry, endedAt: number | null): Outcome {
  const {response, _error, _reason, _resourceType} = entry;
  const status = response?.status || undefined;
  // Our own export says how it ended; a browser's error does not tell whether the page was left.
  if (_error !== undefined)
    return {state: 'failed', error: maskText(_error), endedAt, ...(status !== undefined && {status})};
  if (_reason !== undefined)
    return {state: 'unknown', reason: maskText(_reason), ...(endedAt !== null && {endedAt})};
  const told = response?._error || response?._failureText || undefined;
  const failure =
    told === undefined
      ? null
      : toFailureInDevTools({error: maskText(told), endedAt, type: _resourceType ?? null});
  if (response === undefined || response.status <= 0) {
    const isThere = response?.content?.text || (response?.headers.length ?? 0) > 0;
    const reason = isThere ? NO_STATUS : 'The recording does not contain a response.';
    return failure ?? {state: 'unknown', reason};
  }
  const answered = toAnswer(response, endedAt);
  return failure ? withStatus(failure, answered) : answered;
}

function toAnswer(response: NonNullable<HarLogEntry['response']>, endedAt: number | null): Outcome {
  return {
    state: 'answered',
    status: response.status,
    statusText: maskText(response.statusText),
    headers: toHeaders(response.headers),
    body: toAnswerBody(response.content),
    endedAt,
  };
}

function toAnswerBody(content: NonNullable<HarLogEntry['response']>['content']): AnswerBody {
  if (content?.text === undefined || content.text === '') {
    return {kind: 'missing', reason: content?._missing ?? (content?.size === 0 ? 'empty' : 'not-observed')};
  }
  const bytes = content.encoding?.toLowerCase() === 'base64' ? fromBase64(content.text) : null;
  const {text, mimeType, _isCut} = content;
  const decoded = bytes === null ? text : new TextDecoder().decode(bytes);
  return toTextAnswer(decoded, {...(mimeType && {mimeType}), ...(_isCut === true && {cut: true})});
}

/** HAR cannot express that the time was not recorded: our own export writes the epoch. */
export function toTime(time: number | null): number | null {
  return isTime(time) && time > 0 ? time : null;
}

/** Chromium uses the address of a page as its title, others use the document's title. */
export function toPageUrl(title: string | undefined): string | null {
  if (title === undefined || !canParseUrl(title)) return null;
  return withoutUrlSecrets(keepShownUrl(title), new Map());
}
