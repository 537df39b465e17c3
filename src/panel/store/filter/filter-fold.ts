import type {FilterQuery, Matches} from '../judge/judge-messages';
import type {SearchableEntry} from '../log/log-entry';
import {createMatchers, type Matcher} from './create-matcher';
import type {EntryMatch} from './entry-match';

/** Determines which rows match the latest filter. */
export interface FilterFold {
  /** Null: everything matches. Resolves when all rows were checked, or a newer filter arrived. */
  follow(query: FilterQuery | null): Promise<void>;
  /** Whether the rows do not follow the newest filter yet. */
  isBehind(): boolean;
  /** Which of these match the current filter; undefined: there is none. */
  look(entries: readonly SearchableEntry[]): Matches | undefined;
}

export interface FilterFoldOptions {
  /** The current rows. */
  entries(): Iterable<SearchableEntry>;
  /** Reports which of all rows match. */
  tell(matches: Matches): void;
  now(): number;
  pause(): Promise<void>;
}

/** The time to check rows, in milliseconds, before new messages are handled. */
const SLICE = 20;

export function createFilterFold({entries, tell, now, pause}: FilterFoldOptions): FilterFold {
  const toMatcher = createMatchers();
  let latest: FilterQuery | null = null;
  let inForce: {number: number; matcher: Matcher} | null = null;

  /** False: a newer filter arrived. */
  async function lookAtAll(query: FilterQuery, matcher: Matcher): Promise<boolean> {
    let end = now() + SLICE;
    for (const entry of [...entries()]) {
      matcher.match(entry);
      if (now() < end) continue;
      await pause();
      if (latest !== query) return false;
      end = now() + SLICE;
    }
    return true;
  }

  return {
    async follow(query) {
      latest = query;
      if (query === null) {
        inForce = null;
        return;
      }
      // Handles the keys that were pressed meanwhile.
      await pause();
      if (latest !== query) return;
      const matcher = toMatcher(query.terms, query.severity);
      if (!(await lookAtAll(query, matcher))) return;
      inForce = {number: query.number, matcher};
      // Rows that arrived meanwhile are checked now.
      tell(toMatches(query.number, matcher, entries()));
    },
    isBehind: () => latest !== null && inForce?.number !== latest.number,
    look: (listed) => (inForce ? toMatches(inForce.number, inForce.matcher, listed) : undefined),
  };
}

function toMatches(number: number, matcher: Matcher, entries: Iterable<SearchableEntry>): Matches {
  const ids: string[] = [];
  const matches: EntryMatch[] = [];
  for (const entry of entries) {
    const match = matcher.match(entry);
    if (match === null) continue;
    ids.push(entry.id);
    matches.push(match);
  }
  return {number, ids, matches};
}
