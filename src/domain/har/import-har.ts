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
import {matchEndpoint} from '../protocols/endpoints';
import {type PlainHeader, withoutSecretValues} from '../secrets/header-secrets';
import {withoutUrlSecrets} from '../secrets/url-secrets';
import type {Settings} from '../settings';
import {fileOfBody, readEntryBody} from './entry-body';
import type {HarLogEntry} from './har-log';
import {HarLogError, openHarFile} from './open-har-file';
import {type HarFault, type HarReading, readHar} from './read-har';
import {withoutServiceWorkerPairs} from './service-worker-pairs';

/** What a HAR file holds for us. */
export interface HarImport {
  /** In the order of the file: of tab `tabId`, without credentials, not pinned. */
  requests: CapturedRequest[];
  /** Entries that go to addresses which are not of a known endpoint. */
  others: number;
  /** Entries that were left out. */
  faults: HarFault[];
  /** Requests that the page and its service worker both show, and that count once. */
  pairs: number;
  /** Requests whose body is in another file that is not there. */
  apart: number;
}

/**
 * Reads a recording of any producer (HAR 1.2): each request to a known endpoint, with its answer. It brings no
 * credentials: their names stay, their values are forgotten. Throws a `HarLogError`.
 */
export function importHarFile(
  file: Uint8Array,
  context: {settings: Pick<Settings, 'endpoints'>; tabId: number; newId(): string},
): HarImport {
  const {text, files} = openHarFile(file);
  const {entries: all, faults, titles} = parseLog(text);
  const {entries, pairs} = withoutServiceWorkerPairs(all);
  const known = entries.filter(({request}) => matchEndpoint(request, context.settings) !== null);
  const requests = known.map((entry) => {
    const pageUrl = toPageUrl(entry._pageUrl) ?? toPageUrl(titles.get(entry.pageref ?? ''));
    const origin = {id: context.newId(), tabId: context.tabId, pageUrl};
    return toRequest(entry, readEntryBody(entry, files), origin);
  });
  const isApart = ({request}: HarLogEntry, index: number) =>
    fileOfBody(request) !== null && requests[index]?.body.kind === 'missing';
  return {
    requests,
    others: entries.length - known.length,
    faults,
    pairs,
    apart: known.filter(isApart).length,
  };
}

function parseLog(text: string): HarReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HarLogError('This is not a HAR file: it is not JSON.');
  }
  const reading = readHar(value);
  if (reading === null) throw new HarLogError('This is not a HAR file: it has no log.entries.');
  return reading;
}

function toRequest(
  entry: HarLogEntry,
  body: CapturedBody,
  {id, tabId, pageUrl}: {id: string; tabId: number; pageUrl: string | null},
): CapturedRequest {
  const {request} = entry;
  const startedAt = toTime(entry.startedDateTime);
  const endedAt =
    startedAt !== null && entry.time !== undefined && entry.time >= 0 ? startedAt + entry.time : null;
  return {
    id,
    ...toKeptUrl(request.url),
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
  };
}

function toKeptUrl(whole: string): KeptUrl {
  const kept = keepUrl(whole);
  return {...kept, url: withoutUrlSecrets(kept.url, new Map())};
}

/** Recordings often leave credentials out, so that the list is never called complete. */
function toHeaders(headers: readonly PlainHeader[]): CapturedHeaders {
  if (headers.length === 0) return {state: 'unknown'};
  const sent = headers.filter(({name}) => !name.startsWith(':'));
  const list = withoutSecretValues(sent, new Map());
  return {
    state: 'redacted',
    list: list.map((header) => (header.value === MASK ? {...header, value: null} : header)),
  };
}

function toOutcome({response, _error}: HarLogEntry, endedAt: number | null): Outcome {
  if (response === undefined || response.status <= 0) {
    const told = [_error, response?._error, response?._failureText].find((reason) => reason);
    return {state: 'failed', error: told ?? 'The recording holds no answer.', endedAt};
  }
  return {
    state: 'answered',
    status: response.status,
    statusText: response.statusText,
    headers: toHeaders(response.headers),
    body: toAnswerBody(response.content),
    endedAt,
  };
}

function toAnswerBody(content: NonNullable<HarLogEntry['response']>['content']): AnswerBody {
  if (content?.text === undefined || content.text === '') {
    return {kind: 'missing', reason: content?.size === 0 ? 'empty' : 'not-observed'};
  }
  const bytes = content.encoding?.toLowerCase() === 'base64' ? fromBase64(content.text) : null;
  return {
    kind: 'text',
    text: bytes === null ? content.text : new TextDecoder().decode(bytes),
    ...(content.mimeType !== undefined && {mimeType: content.mimeType}),
  };
}

/** HAR has no way to say that nobody recorded the time: our own export writes the epoch. */
function toTime(text: string | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isFinite(time) && time > 0 ? time : null;
}

/** Chromium titles a page with its address, others with the document's title. */
function toPageUrl(title: string | undefined): string | null {
  if (title === undefined || !URL.canParse(title)) return null;
  return withoutUrlSecrets(keepShownUrl(title), new Map());
}
