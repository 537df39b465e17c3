import type {FilterQuery, Matches} from '../judge/judge-messages';
import type {SearchableEntry} from '../log/log-entry';
import {createMatchers, type Matcher} from './create-matcher';
import type {EntryMatch} from './entry-match';

/** Which rows pass the filter that was typed last. */
export interface FilterFold {
  /** Null: everything passes. Resolves when all rows were looked at, or a newer one came. */
  follow(query: FilterQuery | null): Promise<void>;
  /** Whether the rows do not follow the newest filter yet. */
  isBehind(): boolean;
  /** Which of these pass the filter in force; undefined: there is none. */
  look(entries: readonly SearchableEntry[]): Matches | undefined;
}

export interface FilterFoldOptions {
  /** All rows as they are now. */
  entries(): Iterable<SearchableEntry>;
  /** Of all rows which pass. */
  tell(matches: Matches): void;
  now(): number;
  pause(): Promise<void>;
}

/** So long it looks, in milliseconds, before it hears what is new. */
const SLICE = 20;

export function createFilterFold({entries, tell, now, pause}: FilterFoldOptions): FilterFold {
  const toMatcher = createMatchers();
  let latest: FilterQuery | null = null;
  let inForce: {number: number; matcher: Matcher} | null = null;

  /** False: a newer filter came. */
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
      // The keys that were pressed meanwhile.
      await pause();
      if (latest !== query) return;
      const matcher = toMatcher(query.terms, query.severity);
      if (!(await lookAtAll(query, matcher))) return;
      inForce = {number: query.number, matcher};
      // What came in meanwhile is looked at now.
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
