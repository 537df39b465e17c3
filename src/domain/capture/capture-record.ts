import type {CapturedRequest} from './captured-request';

/** A captured request together with the data that decides which further observations belong to it. */
export interface CaptureRecord {
  request: CapturedRequest;
  /** The browser's IDs of the request: two if a service worker passed it on. Empty: not captured by webRequest. */
  requestIds: readonly string[];
  /** The views without an ID that were joined to it. Each may join once: a second one is another request. */
  views: readonly CaptureView[];
  /** See `toBodyHash`; null if the bytes are not known exactly. */
  bodyHash: string | null;
  /** The latest phase that webRequest reported; undefined if that is the start, a failure or nothing. */
  lastPhaseSeen?: 'headers' | 'answer';
}

/** `har-page`: see `HarObservation.viaServiceWorker`. */
export type CaptureView = 'har' | 'har-page' | 'page-hook';
