import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {Observation} from '../../domain/capture/observation';

/**
 * Everything captured in this browser session, in one IndexedDB that background, DevTools page and panel share. A
 * transaction is the lock: each observation is merged inside one, so that two contexts never overwrite each other.
 */
export interface CaptureLog {
  /**
   * Merges an observation into its record, or creates one. Resolves when it is on disk, with the changed IDs.
   * Observations that arrive during a write are included in the next write together.
   */
  observe(observation: Observation): Promise<readonly string[]>;
  /** Writes records that are not observations: replays, imports. */
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
   * How much the records of a tab count towards its limits, and how many of its oldest unpinned ones were dropped in
   * this session because of the limits.
   */
  measure(tabId: number): Promise<{count: number; bytes: number; dropped: number}>;
  /** Removes the unpinned records of a tab, and those without a tab that come from the same origins. */
  clear(tabId: number): Promise<void>;
  /** Removes these records, pinned or not. */
  remove(ids: readonly string[]): Promise<void>;
  close(): void;
}

/** The log for the background, which sends the replays and is notified of closed tabs. */
export interface ReplayLog extends CaptureLog {
  /** Replays without a result: claimed by a sender, or still queued. */
  outstandingReplays(): Promise<CapturedRequest[]>;
  /** Removes the records of a closed tab, which panels will not read. Pinned records are kept without their tab. */
  forgetTab(tabId: number): Promise<void>;
}

/** The part that the panel uses. */
export type PanelLog = Omit<CaptureLog, 'observe'>;

/** The part that the contexts which observe requests use. */
export type ObservingLog = Pick<
  ReplayLog,
  'observe' | 'update' | 'outstandingReplays' | 'forgetTab' | 'close'
>;

/**
 * What a log reports to the code that opened it; the same messages go over the capture channel to the panels. Each is
 * sent after its transaction, so a read of the log then finds the change. A removed ID is never used again.
 */
export type CaptureLogEvent =
  /** New or changed. `tabId`: the tab of all of them; null: no tab; missing: unknown. */
  | {type: 'committed'; ids: readonly string[]; tabId?: number | null}
  | {type: 'removed'; ids: readonly string[]}
  /** The number of the tab's oldest unpinned records that were dropped because of the limits since it was last cleared. */
  | {type: 'dropped'; tabId: number; count: number}
  /** The disk cannot be written; null: it works again. */
  | {type: 'storage-trouble'; message: string | null};
