import type {CapturedRequest} from '../domain/capture/captured-request';

/**
 * What the capturing contexts tell the panels, over a BroadcastChannel: it is bound to the extension's own origin, so
 * no page can speak or listen on it, and it clones bytes as they are.
 */
export const CAPTURE_CHANNEL = 'track-inspector-capture';

export type CaptureMessage =
  /** Seen this moment and not yet stored: sent while the body is small, so that its row is painted at once. */
  | {type: 'announced'; request: CapturedRequest}
  /** On disk: read them again; those that are no longer there are gone. */
  | {type: 'committed'; ids: readonly string[]}
  /** The tab's log was cleared by somebody. */
  | {type: 'cleared'; tabId: number}
  /** So many of the oldest unpinned requests of the tab were dropped to keep the limits, all in all. */
  | {type: 'dropped'; tabId: number; count: number}
  /** The disk, or the session's store of secrets, refuses; null: it works again. */
  | {type: 'storage-trouble'; message: string | null}
  /** The user granted or revoked access to hosts: match patterns, all that are granted now. */
  | {type: 'granted-origins'; origins: string[]};
