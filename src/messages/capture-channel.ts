/**
 * What the capturing contexts tell the panels, over a BroadcastChannel: it is bound to the extension's own origin, so
 * no page can speak or listen on it, and it clones bytes as they are.
 */
export const CAPTURE_CHANNEL = 'track-inspector-capture';

export type CaptureMessage =
  /** New or changed, and on disk: to be read from there. */
  | {type: 'committed'; ids: readonly string[]}
  /** No longer in the log: cleared, dropped to keep the limits, or removed. They never come back. */
  | {type: 'removed'; ids: readonly string[]}
  /** So many of the oldest unpinned requests of the tab were dropped to keep the limits since it was cleared last. */
  | {type: 'dropped'; tabId: number; count: number}
  /** The disk, or the session's store of secrets, refuses; null: it works again. */
  | {type: 'storage-trouble'; message: string | null}
  /** The user granted or revoked access to hosts: match patterns, all that are granted now. */
  | {type: 'granted-origins'; origins: string[]};
