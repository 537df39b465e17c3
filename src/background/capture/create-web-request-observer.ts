import type {RequestOrigin} from '../../domain/capture/captured-request';
import type {Observation, WebRequestObservation} from '../../domain/capture/observation';
import {toCapturedBody} from '../../domain/capture/request-body';
import {matchEndpoint} from '../../domain/protocols/endpoints';
import type {Settings} from '../../domain/settings';
import type {SecretHider} from '../../storage/secrets/hide-secrets';
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

/** What the observer needs once storage is open; listeners are there before. */
export interface Capture {
  settings(): Settings;
  hider: SecretHider;
  observe(observation: Observation): Promise<unknown>;
}

/** The listeners of the webRequest phases, in the browser's own words. */
export interface WebRequestHandlers {
  onBeforeRequest(details: BeforeRequestDetails): void;
  onSendHeaders(details: SendHeadersDetails): void;
  onBeforeRedirect(details: RedirectDetails): void;
  onCompleted(details: AnswerDetails): void;
  onErrorOccurred(details: ErrorDetails): void;
}

export interface WebRequestObserver extends WebRequestHandlers {
  /** Resolves when everything seen so far is handed to the log. */
  settled(): Promise<void>;
}

type Phase = WebRequestObservation extends infer Each
  ? Each extends WebRequestObservation
    ? Omit<Each, 'source' | 'requestId' | 'at' | 'url' | 'method' | 'origin' | 'mark'>
    : never
  : never;

/**
 * Turns webRequest events into observations, in the order they came. Nothing is remembered between two events: the
 * background may be another one by the next.
 */
export function createWebRequestObserver(options: {
  capture: Promise<Capture>;
  pageUrls: PageUrls;
  ownOrigin: string;
  onError(error: unknown): void;
}): WebRequestObserver {
  const {capture, pageUrls, ownOrigin, onError} = options;
  let tail: Promise<void> = Promise.resolve();

  function enqueue(
    details: WebRequestDetails,
    toPhase: (hider: SecretHider) => Phase | Promise<Phase>,
  ): void {
    if (!mayBeBatch(details)) return;
    // Asked at once: a moment later the tab may show another page.
    const pageUrl = details.tabId < 0 ? null : pageUrls.of(details);
    tail = tail.then(() => hand(details, pageUrl, toPhase)).catch(onError);
  }

  async function hand(
    details: WebRequestDetails,
    pageUrl: Promise<string | null> | null,
    toPhase: (hider: SecretHider) => Phase | Promise<Phase>,
  ): Promise<void> {
    const {settings, hider, observe} = await capture;
    const mark = toReplayMark(details, ownOrigin);
    if (isOwn(details, ownOrigin) ? mark === null : matchEndpoint(details, settings()) === null && !mark)
      return;
    const observation: WebRequestObservation = {
      source: 'web-request',
      requestId: details.requestId,
      at: details.timeStamp,
      url: await hider.hideInUrl(details.url),
      method: details.method,
      origin: await hideInOrigin(toRequestOrigin(details, await pageUrl), hider),
      ...(mark && {mark}),
      ...(await toPhase(hider)),
    };
    // Not awaited: what comes next shall go into the same write. The log tells its troubles itself.
    observe(observation).catch(onError);
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
        const to = await hider.hideInUrl(details.redirectUrl);
        return {phase: 'redirected', to, ...(await toAnswer(details, hider))};
      });
    },
    onCompleted(details) {
      enqueue(details, async (hider) => ({phase: 'completed', ...(await toAnswer(details, hider))}));
    },
    onErrorOccurred(details) {
      enqueue(details, () => ({phase: 'failed', error: details.error}));
    },
    settled: () => tail,
  };
}

/** The addresses of page and initiator may have credentials in them as any other. */
async function hideInOrigin(origin: RequestOrigin, hider: SecretHider): Promise<RequestOrigin> {
  const hide = (url: string | null) => (url === null ? null : hider.hideInUrl(url));
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

/** The cheap look that every request of every page gets. */
function mayBeBatch({method}: WebRequestDetails): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
