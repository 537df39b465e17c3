import type {LogEntry} from '../log/log-entry';
import type {RequestBlock} from './row-index';

/** The block that this request had, if it is the same still; to be asked in the order of the list. */
export type BlockReuse = (entry: LogEntry, depth: number) => RequestBlock | null;

/**
 * `blocks` are those of the layout before, under the same filter and folds. They are compared side by side and not
 * looked up: what is in view of a long log lies scattered in memory, and to touch each request takes longest of all.
 */
export function createBlockReuse(blocks: readonly RequestBlock[]): BlockReuse {
  let place = 0;
  let searched = false;

  return (entry, depth) => {
    if (blocks[place]?.entry !== entry) place = find(entry);
    const block = blocks[place];
    if (block?.entry !== entry) {
      // A newer state of the request that stood there.
      if (block?.entry.id === entry.id) place++;
      return null;
    }
    place++;
    return block.depth === depth ? block : null;
  };

  /** The oldest go together, so one search is enough; where nothing is found, all stays where it is. */
  function find(entry: LogEntry): number {
    if (searched || place >= blocks.length) return place;
    searched = true;
    const found = blocks.findIndex((block, at) => at > place && block.entry === entry);
    return found < 0 ? place : found;
  }
}
