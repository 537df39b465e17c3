/**
 * Messages from the capturing contexts to the panels, over a BroadcastChannel: it is limited to the extension's own
 * origin, so pages can neither send nor listen on it, and it clones bytes unchanged.
 */
export const CAPTURE_CHANNEL = 'track-inspector-capture';

export type CaptureMessage =
  /** New or changed, and on disk: must be read from there. `tabId`: the tab of all; null: no tab; missing: unknown. */
  | {type: 'committed'; ids: readonly string[]; tabId?: number | null}
  /** No longer in the log: cleared, dropped because of the limits, or removed. They are never added again. */
  | {type: 'removed'; ids: readonly string[]}
  /** The number of the tab's oldest unpinned requests that were dropped because of the limits since it was last cleared. */
  | {type: 'dropped'; tabId: number; count: number}
  /** The disk, or the session's secret store, cannot be written; null: it works again. */
  | {type: 'storage-trouble'; message: string | null}
  /** The user granted or revoked access to hosts: match patterns, all that are granted now. */
  | {type: 'granted-origins'; origins: string[]};
