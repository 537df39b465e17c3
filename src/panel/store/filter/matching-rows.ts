import type {Matches} from '../judge/judge-messages';
import type {ListMessage} from '../judge-client/judge-client';
import type {EntryMatch} from './entry-match';

/** What passes a filter, as the judge says it: first of all rows, then of each row that is listed anew. */
export interface MatchingRows {
  /** The number of the filter. */
  readonly number: number;
  /** Null: that row does not pass. */
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
    // What is listed anew may pass where it did not, and what is gone passes no more.
    follow(message) {
      if (message.type === 'gone') for (const id of message.ids) matches.delete(id);
      if (message.type !== 'listed' || message.filtered?.number !== number) return;
      for (const {id} of message.entries) matches.delete(id);
      put(message.filtered);
    },
  };
}
