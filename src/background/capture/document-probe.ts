import type {WebRequestDetails} from './web-request-details';

/**
 * Whether the document that sent a request is still in its frame; null if the browser does not say.
 * `startedAt`: when the request began, in milliseconds since the epoch.
 */
export type DocumentProbe = (details: WebRequestDetails, startedAt: number) => Promise<boolean | null>;

/** What runs in the extension's own world of a frame: when its document began, in milliseconds since the epoch. */
export function readBegin(): number {
  return performance.timing.domLoading;
}

/** A frame's document, by the browser's id of it (Chromium) or by its frame. */
export interface DocumentTarget {
  tabId: number;
  documentIds?: string[];
  frameIds?: number[];
}

/**
 * A document begins in the moment in which the one before is told that it is left, and the browser's clocks differ by
 * some milliseconds: what was sent so near to the beginning may be of either.
 */
const TURN_MS = 100;

/** @param run runs `readBegin` there; rejects where there is no such document, or no permission to look */
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
