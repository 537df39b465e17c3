import type {RequestOrigin} from '../../domain/capture/captured-request';
import {isInternalRedirect} from '../../domain/capture/internal-redirect';
import {keepShownUrl, keepUrl} from '../../domain/capture/keep-url';
import type {Observation, WebRequestObservation} from '../../domain/capture/observation';
import {toCapturedBody} from '../../domain/capture/request-body';
import {matchEndpoint} from '../../domain/protocols/endpoints';
import type {Settings} from '../../domain/settings';
import type {SecretHider} from '../../storage/secrets/hide-secrets';
import {createLaneQueue} from './lane-queue';
import type {PageUrls} from './page-urls';
import {isOwn, toPlainHeaders, toReplayMark, toRequestOrigin, toStatusText} from './to-parts';
import type {
  AnswerDetails,
  BeforeRequestDetails,
  ErrorDetails,
  RedirectDetails,
  SendHeadersDetails,
  WebRequestDetails,
} from './web-request-details';

/** Dependencies that are available once storage is open; listeners are registered before. */
export interface Capture {
  settings(): Settings;
  hider: SecretHider;
  observe(observation: Observation): Promise<unknown>;
}

/** The listeners of the webRequest phases, named as the browser names them. */
export interface WebRequestHandlers {
  onBeforeRequest(details: BeforeRequestDetails): void;
  onSendHeaders(details: SendHeadersDetails): void;
  onBeforeRedirect(details: RedirectDetails): void;
  onCompleted(details: AnswerDetails): void;
  onErrorOccurred(details: ErrorDetails): void;
}

export interface WebRequestObserver extends WebRequestHandlers {
  /** Resolves when everything captured so far has been passed to the log. */
  settled(): Promise<void>;
}

type Phase = WebRequestObservation extends infer Each
  ? Each extends WebRequestObservation
    ? Omit<Each, 'source' | 'requestId' | 'at' | 'url' | 'method' | 'origin' | 'mark'>
    : never
  : never;

interface ObserverOptions {
  capture: Promise<Capture>;
  pageUrls: PageUrls;
  ownOrigin: string;
  onError(error: unknown): void;
}

/** Reads the fields of an event that are specific to its phase. */
type ToPhase = (hider: SecretHider) => Phase | Promise<Phase>;

/**
 * Converts webRequest events to observations. Those of one tab stay in order; tabs do not wait for each other. Does
 * not keep state between two events, since the background may be restarted in between.
 */
export function createWebRequestObserver(options: ObserverOptions): WebRequestObserver {
  const {capture, pageUrls, ownOrigin, onError} = options;
  const queue = createLaneQueue(onError);

  function enqueue(details: WebRequestDetails, toPhase: ToPhase): void {
    if (!mayBeBatch(details)) return;
    // Requested immediately, since the tab may show another page a moment later.
    const pageUrl = details.tabId < 0 ? null : pageUrls.of(details);
    const {method, tabId} = details;
    const kept = keepUrl(details.url);
    queue.add({method, url: kept.url, tabId: tabId < 0 ? null : tabId}, async () => {
      const {settings, hider, observe} = await capture;
      const mark = toReplayMark(details, ownOrigin);
      const isOurs = isOwn(details, ownOrigin);
      if (mark === null && (isOurs || matchEndpoint(details, settings()) === null)) return;
      const observation = {
        ...(await toObservation(details, kept, await pageUrl, hider)),
        ...(mark && {mark}),
        ...(await toPhase(hider)),
      };
      // Not awaited, so that the next events are included in the same write. The log reports its own failures.
      observe(observation).catch(onError);
    });
  }

  return {
    onBeforeRequest(details) {
      enqueue(details, () => ({phase: 'before-request', body: toCapturedBody(details.requestBody)}));
    },
    onSendHeaders(details) {
      enqueue(details, async (hider) => {
        const headers = await hider.hideInHeaders(toPlainHeaders(details.requestHeaders));
        return {phase: 'headers-sent', headers};
      });
    },
    onBeforeRedirect(details) {
      enqueue(details, async (hider) => {
        const to = await hider.hideInUrl(keepUrl(details.redirectUrl).url);
        const answer = await toAnswer(details, hider);
        return {
          phase: 'redirected',
          to,
          ...answer,
          ...(isInternalRedirect(details.responseHeaders) && {status: 0}),
        };
      });
    },
    onCompleted(details) {
      enqueue(details, async (hider) => ({phase: 'completed', ...(await toAnswer(details, hider))}));
    },
    onErrorOccurred(details) {
      // Requested immediately, like the page: an abort does not say whether the page cancelled the request.
      const isLeft =
        mayBeBatch(details) && /ABORT/.test(details.error)
          ? pageUrls.isLeft(details)
          : Promise.resolve(false);
      enqueue(details, async () => {
        const pageLeft = await isLeft;
        return {phase: 'failed', error: details.error, ...(pageLeft !== false && {pageLeft})};
      });
    },
    settled: queue.settled,
  };
}

async function toObservation(
  details: WebRequestDetails,
  {url, urlLength}: ReturnType<typeof keepUrl>,
  pageUrl: string | null,
  hider: SecretHider,
) {
  return {
    source: 'web-request' as const,
    requestId: details.requestId,
    at: details.timeStamp,
    url: await hider.hideInUrl(url),
    ...(urlLength !== undefined && {urlLength}),
    method: details.method,
    origin: await hideInOrigin(toRequestOrigin(details, pageUrl), hider),
  };
}

/** The addresses of page and initiator may contain credentials like any other. */
async function hideInOrigin(origin: RequestOrigin, hider: SecretHider): Promise<RequestOrigin> {
  const hide = (url: string | null) => (url === null ? null : hider.hideInUrl(keepShownUrl(url)));
  const [initiator, documentUrl, pageUrl] = await Promise.all(
    [origin.initiator, origin.documentUrl, origin.pageUrl].map(hide),
  );
  return {
    ...origin,
    initiator: initiator ?? null,
    documentUrl: documentUrl ?? null,
    pageUrl: pageUrl ?? null,
  };
}

async function toAnswer(details: AnswerDetails, hider: SecretHider) {
  return {
    status: details.statusCode,
    statusText: toStatusText(details.statusLine),
    headers: await hider.hideInHeaders(toPlainHeaders(details.responseHeaders)),
  };
}

/** A fast check, since it runs for every request of every page. */
function mayBeBatch({method}: WebRequestDetails): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
