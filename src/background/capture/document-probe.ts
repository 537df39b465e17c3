import type {WebRequestDetails} from './web-request-details';

/**
 * Whether the document that sent a request is still in its frame; null if the browser does not say.
 * `startedAt`: when the request began, in milliseconds since the epoch.
 */
export type DocumentProbe = (details: WebRequestDetails, startedAt: number) => Promise<boolean | null>;

/** Runs in the extension's isolated world of a frame: the time when its document began, in milliseconds since the epoch. */
export function readBegin(): number {
  return performance.timing.domLoading;
}

/** A frame's document, by the browser's document ID (Chromium) or by its frame. */
export interface DocumentTarget {
  tabId: number;
  documentIds?: string[];
  frameIds?: number[];
}

/**
 * A document begins when the previous one is notified that it is being left, and the browser's clocks differ by some
 * milliseconds, so a request sent this close to the beginning may belong to either.
 */
const TURN_MS = 100;

/** @param run runs `readBegin` in the frame; rejects if the document does not exist or access is not permitted */
export function createDocumentProbe(run: (target: DocumentTarget) => Promise<unknown>): DocumentProbe {
  return async ({tabId, frameId, documentId}, startedAt) => {
    try {
      if (documentId !== undefined) {
        await run({tabId, documentIds: [documentId]});
        return true;
      }
      const begin = await run({tabId, frameIds: [frameId]});
      return typeof begin === 'number' ? startedAt > begin + TURN_MS : null;
    } catch (error) {
      return /permission|cannot access/i.test(String(error)) ? null : false;
    }
  };
}
