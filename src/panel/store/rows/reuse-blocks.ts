import type {LogEntry} from '../log/log-entry';
import type {RequestBlock} from './row-index';

/** The previous block of this request, if it is unchanged; must be called in the order of the list. */
export type BlockReuse = (entry: LogEntry, depth: number) => RequestBlock | null;

/**
 * `blocks` are those of the previous result, with the same filter and folds. They are compared in order, without a
 * lookup: the objects of a long log are scattered in memory, and accessing each request is the slowest part.
 */
export function createBlockReuse(blocks: readonly RequestBlock[]): BlockReuse {
  let place = 0;
  let searched = false;

  return (entry, depth) => {
    if (blocks[place]?.entry !== entry) place = find(entry);
    const block = blocks[place];
    if (block?.entry !== entry) {
      // A newer state of the request at that position.
      if (block?.entry.id === entry.id) place++;
      return null;
    }
    place++;
    return block.depth === depth ? block : null;
  };

  /** The oldest are removed together, so one search is sufficient; if nothing is found, the position stays the same. */
  function find(entry: LogEntry): number {
    if (searched || place >= blocks.length) return place;
    searched = true;
    const found = blocks.findIndex((block, at) => at > place && block.entry === entry);
    return found < 0 ? place : found;
  }
}
