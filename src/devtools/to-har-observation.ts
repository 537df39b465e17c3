import type {AnswerBody} from '../domain/capture/captured-request';
import {isRedirect, NO_RESPONSE, NOT_SENT} from '../domain/capture/failure';
import {findHeader} from '../domain/capture/headers';
import {keepShownUrl, keepUrl} from '../domain/capture/keep-url';
import type {HarObservation} from '../domain/capture/observation';
import {toTextAnswer} from '../domain/capture/text-answer';
import {bodyOfHarRequest} from '../domain/har/har-body';
import {failedBeforeNetwork} from '../domain/har/unfollowed-redirects';
import type {PlainHeader} from '../domain/secrets/header-secrets';
import type {HarContent, HarEntry} from './har-entry';

/** A HAR observation before its credentials are hidden. */
export type PlainHarObservation = Omit<HarObservation, 'headers' | 'answer'> & {
  headers: PlainHeader[];
  answer: {status: number; statusText: string; headers: PlainHeader[]; body: AnswerBody} | null;
};

/** The data of a request in an entry of DevTools' log. */
export function toHarObservation(
  entry: HarEntry,
  content: HarContent | null,
  page: {tabId: number; url: string | null},
): PlainHarObservation {
  const {request, response} = entry;
  const headers = request.headers.filter(isSent);
  const startedAt = Date.parse(entry.startedDateTime);
  const wasAnswered = response.status > 0;
  return {
    source: 'har',
    tabId: page.tabId,
    pageUrl: page.url === null ? null : keepShownUrl(page.url),
    startedAt,
    ...(isFirefoxPageView(entry) && {isStartUnknown: true}),
    endedAt: entry.time === undefined || entry.time < 0 ? null : startedAt + entry.time,
    ...keepUrl(request.url),
    method: request.method,
    headers,
    body: bodyOfHarRequest(request, wasAnswered),
    answer: wasAnswered
      ? {
          status: response.status,
          statusText: response.statusText,
          headers: response.headers.filter(isSent),
          body: toAnswerBody(response, content),
        }
      : null,
    error: toError(entry),
    ...(entry._resourceType !== undefined && {type: entry._resourceType}),
    viaServiceWorker: isPageView(entry),
  };
}

/** Whether this is what a page saw of a request that it left to its service worker, or that failed before the network. */
function isPageView(entry: HarEntry): boolean {
  const {_fetchedViaServiceWorker} = entry.response;
  return _fetchedViaServiceWorker === true || isFirefoxPageView(entry) || failedBeforeNetwork(entry);
}

/** Firefox only sets the size of headers that are sent, or received, and lists a page’s view when it ends. */
function isFirefoxPageView({request, response}: HarEntry): boolean {
  return request.headersSize === 0 && (response.status > 0 || response.bodySize === -1);
}

function toError(entry: HarEntry): string | null {
  const {response} = entry;
  if (response._error) return response._error;
  if (response.status > 0) return findShortage(response);
  return wasBlocked(entry) ? NOT_SENT : NO_RESPONSE;
}

/**
 * The log of Firefox does not report a broken connection, but the number of received bytes, before decompression. It does
 * not read responses to beacons. Chromium reports the error itself, and the number of decompressed bytes.
 */
function findShortage({_error, headers, content}: HarEntry['response']): string | null {
  const announced = Number(find(headers, 'content-length') ?? 0);
  const received = content?.size ?? 0;
  if (_error !== undefined || received === 0 || received >= announced) return null;
  return `${received} of ${announced} bytes came`;
}

/**
 * Firefox lists requests that are blocked before the network, for example by a page's CSP or for a forbidden port;
 * its log does not say why.
 */
function wasBlocked({request, response}: HarEntry): boolean {
  const wasOpened = findHeader(request.headers, 'connection') !== undefined;
  return request.headersSize === 0 && response.bodySize === -1 && !wasOpened;
}

function toAnswerBody(response: HarEntry['response'], content: HarContent | null): AnswerBody {
  if (content === null) return {kind: 'missing', reason: 'navigated'};
  if (!content.text) return {kind: 'missing', reason: hasBody(response) ? 'opaque' : 'empty'};
  const mimeType = response.content?.mimeType;
  const text = content.isBase64 ? fromBase64(content.text) : content.text;
  return toTextAnswer(text, mimeType === undefined ? {} : {mimeType});
}

/** DevTools does not show a beacon's or an opaque response, though its headers show that there was one. */
function hasBody({status, headers, content}: HarEntry['response']): boolean {
  if (status === 204 || isRedirect(status)) return false;
  const length = find(headers, 'content-length');
  return (
    (content?.size ?? 0) > 0 ||
    (length === null ? find(headers, 'transfer-encoding') !== null : length !== '0')
  );
}

function fromBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
}

/** HTTP/2 has its own fields among the headers: `:authority` and the like. */
function isSent({name}: PlainHeader): boolean {
  return !name.startsWith(':');
}

function find(headers: readonly PlainHeader[], name: string): string | null {
  return findHeader(headers, name)?.value ?? null;
}
