import type {CapturedRequest} from '../domain/capture/captured-request';
import type {Observation} from '../domain/capture/observation';

/**
 * Everything captured in this browser session, in one IndexedDB that background, devtools page and panel share.
 * A transaction is the lock: whoever observes, merges inside one, so that two contexts never overwrite each other.
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
  /** Removes the unpinned records of a tab. */
  clear(tabId: number): Promise<void>;
  /** Removes the records of every session but this one; pinned ones stay, without credentials. Purges at browser start. */
  purgeOtherSessions(): Promise<void>;
  close(): void;
}
