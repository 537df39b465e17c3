import type {AnswerBody, CapturedBody, CapturedHeaders, RequestOrigin} from './captured-request';

/**
 * One thing that one observer saw of one request. webRequest sees a request in phases that carry its requestId;
 * DevTools (HAR) and the page hook see it once, without that id. `merge-observations.ts` makes records of them.
 * Secrets are already references here (see `secrets.ts`).
 */
export type Observation = WebRequestObservation | HarObservation | HookObservation;

/**
 * `requestId` is the browser's, unique in a browser session; a redirect keeps it. Every phase names the request in
 * full, so that a record can be made of a later one should the first be lost with a background that just stopped.
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
  /** Set on what looks like one of our replays. */
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

/** The marker of a replay in a URL's fragment. A page may write one as well, so it counts for little by itself. */
export interface ReplayMark {
  marker: string;
  /** True where the browser says that the extension itself sent the request. */
  own: boolean;
}

export interface HarObservation {
  source: 'har';
  tabId: number;
  pageUrl: string | null;
  /** Milliseconds since the epoch, by the page's clock as DevTools reports it. */
  startedAt: number;
  endedAt: number | null;
  url: string;
  /** See `CapturedRequest`. */
  urlLength?: number;
  method: string;
  headers: CapturedHeaders;
  /** DevTools decodes and cuts: `bytes` without a note only where they are the original bytes. */
  body: CapturedBody;
  answer: {status: number; statusText: string; headers: CapturedHeaders; body: AnswerBody} | null;
  /** The browser's error where no answer came. */
  error: string | null;
  /** Its type, where DevTools tells. */
  type?: string;
  /** The page's view of a request that its service worker answered: the worker's own fetch is a second entry. */
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
  /** Set when the page's own policy stopped it, so that no other observer could see it. */
  blocked: string | null;
}
