import type {AnswerBody, CapturedBody, CapturedHeaders, RequestOrigin} from './captured-request';

/**
 * One observation of one request by one observer. webRequest reports a request in phases with its requestId; DevTools
 * (HAR) and the page hook report it once, without that ID. `merge-observations.ts` merges them into records. Secrets
 * are already replaced by references here (see `secrets.ts`).
 */
export type Observation = WebRequestObservation | HarObservation | HookObservation;

/**
 * `requestId` is the browser's, unique in a browser session; a redirect keeps it. Every phase contains the complete
 * request data, so that a record can be made from a later phase if the first was lost when the background stopped.
 */
export type WebRequestObservation = {
  source: 'web-request';
  requestId: string;
  at: number;
  url: string;
  /** See `CapturedRequest`. */
  urlLength?: number;
  method: string;
  origin: RequestOrigin;
  /** Set if it looks like one of our replays. */
  mark?: ReplayMark;
} & (
  | {phase: 'before-request'; body: CapturedBody}
  | {phase: 'headers-sent'; headers: CapturedHeaders}
  | {phase: 'redirected'; status: number; statusText: string; headers: CapturedHeaders; to: string}
  | {phase: 'completed'; status: number; statusText: string; headers: CapturedHeaders}
  | {
      phase: 'failed';
      error: string;
      /** The page that sent it was being left, or gone; null: the browser does not say. */
      pageLeft?: boolean | null;
    }
);

/** The marker of a replay in a URL's fragment. A page may write one as well, so it is not sufficient by itself. */
export interface ReplayMark {
  marker: string;
  /** True if the browser says that the extension itself sent the request. */
  own: boolean;
}

export interface HarObservation {
  source: 'har';
  tabId: number;
  pageUrl: string | null;
  /** Milliseconds since the epoch, by the page's clock as DevTools reports it. */
  startedAt: number;
  /** True if this is only known from its end: Firefox lists what a service worker answers as begun at that moment. */
  isStartUnknown?: boolean;
  endedAt: number | null;
  url: string;
  /** See `CapturedRequest`. */
  urlLength?: number;
  method: string;
  headers: CapturedHeaders;
  /** DevTools decodes and shortens: `bytes` without a note only if they are the original bytes. */
  body: CapturedBody;
  answer: {status: number; statusText: string; headers: CapturedHeaders; body: AnswerBody} | null;
  /** The browser's error if there was no response, or not all of it. */
  error: string | null;
  /** Its type, if DevTools knows it. */
  type?: string;
  /**
   * The page's view of a request that its service worker handled: the worker's own fetch is a second entry. Also of one
   * that failed before the network, since Chromium lists both in the same way.
   */
  viaServiceWorker: boolean;
}

export interface HookObservation {
  source: 'page-hook';
  tabId: number;
  frameId: number;
  at: number;
  url: string;
  method: string;
  transport: 'fetch' | 'xhr' | 'beacon';
  body: CapturedBody;
  pageUrl: string | null;
  /** Set if the page's own policy blocked it, so that other observers could not see it. */
  blocked: string | null;
}
