import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {Observation} from '../../domain/capture/observation';

/**
 * Everything captured in this browser session, in one IndexedDB that background, devtools page and panel share.
 * A transaction is the lock: each observation is merged inside one, so that two contexts never overwrite each other.
 */
export interface CaptureLog {
  /**
   * Merges what was observed into its record, or makes one. Resolves when it is on disk, with the ids it changed.
   * Observations that arrive while a write is under way go into the next write together.
   */
  observe(observation: Observation): Promise<readonly string[]>;
  /** Writes records that are no observation: replays, imports. */
  put(request: CapturedRequest): Promise<void>;
  /** Changes one record inside a transaction; resolves to the new record, or null if `change` declined or it is gone. */
  update(
    id: string,
    change: (request: CapturedRequest) => CapturedRequest | null,
  ): Promise<CapturedRequest | null>;
  /**
   * The records of a tab, requests without a tab, and replays made from that tab, in the order they were sent.
   * Bodies are included. Comes in batches so that a long log never blocks its reader.
   */
  list(tabId: number): AsyncIterable<readonly CapturedRequest[]>;
  get(ids: readonly string[]): Promise<CapturedRequest[]>;
  /**
   * What the records of a tab count towards its limits, and how many of its oldest unpinned ones were dropped in this
   * session to keep these.
   */
  measure(tabId: number): Promise<{count: number; bytes: number; dropped: number}>;
  /** Removes the unpinned records of a tab, and those without a tab that come from the same origins. */
  clear(tabId: number): Promise<void>;
  /** Removes these records, pinned or not. */
  remove(ids: readonly string[]): Promise<void>;
  close(): void;
}

/** The log as the background uses it, who sends the replays and hears of tabs that close. */
export interface ReplayLog extends CaptureLog {
  /** Replays that have no result yet: taken by a sender, or still queued. */
  outstandingReplays(): Promise<CapturedRequest[]>;
  /** Removes what a closed tab leaves, which no panel will ask for. Pinned records lose their tab and stay. */
  forgetTab(tabId: number): Promise<void>;
}

/**
 * What a log reports to the code that opened it; the same messages go over the capture channel to the panels. Each is
 * sent after its transaction, so a read of the log then finds the change. A removed ID is never used again.
 */
export type CaptureLogEvent =
  /** New or changed. */
  | {type: 'committed'; ids: readonly string[]}
  | {type: 'removed'; ids: readonly string[]}
  /** How many of the tab's oldest unpinned records were dropped to keep the limits since it was cleared last. */
  | {type: 'dropped'; tabId: number; count: number}
  /** The disk refuses; null: it works again. */
  | {type: 'storage-trouble'; message: string | null};
