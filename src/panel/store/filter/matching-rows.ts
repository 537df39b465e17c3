import type {Matches} from '../judge/judge-messages';
import type {ListMessage} from '../judge-client/judge-client';
import type {EntryMatch} from './entry-match';

/** The rows that match a filter according to the judge: at first of all rows, then of each newly listed row. */
export interface MatchingRows {
  /** The number of the filter. */
  readonly number: number;
  /** Null: that row does not match. */
  get(id: string): EntryMatch | null;
  follow(message: ListMessage): void;
}

export function createMatchingRows(found: Matches): MatchingRows {
  const {number} = found;
  const matches = new Map<string, EntryMatch>();

  function put({ids, matches: each}: Pick<Matches, 'ids' | 'matches'>): void {
    ids.forEach((id, place) => {
      const match = each[place];
      if (match) matches.set(id, match);
    });
  }

  put(found);
  return {
    number,
    get: (id) => matches.get(id) ?? null,
    // A changed row may match although it did not before, and a removed one no longer matches.
    follow(message) {
      if (message.type === 'gone') for (const id of message.ids) matches.delete(id);
      if (message.type !== 'listed' || message.filtered?.number !== number) return;
      for (const {id} of message.entries) matches.delete(id);
      put(message.filtered);
    },
  };
}
