import type {CapturedRequest} from './captured-request';

/** A captured request together with what tells which further observations belong to it. */
export interface CaptureRecord {
  request: CapturedRequest;
  /** The browser's ids of it: two where a service worker passed it on. Empty: webRequest has not seen it. */
  requestIds: readonly string[];
  /** The views without an id that were joined to it. Each may join once: a second one is another request. */
  views: readonly CaptureView[];
  /** See `toBodyHash`; null where the bytes are not known exactly. */
  bodyHash: string | null;
  /** The furthest phase that webRequest reported; absent where that is its start, its failure or nothing. */
  lastPhaseSeen?: 'headers' | 'answer';
}

/** `har-page` is the page's view of a request that its service worker sent on. */
export type CaptureView = 'har' | 'har-page' | 'page-hook';
