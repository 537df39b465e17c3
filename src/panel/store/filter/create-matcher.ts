import type {SearchableEntry} from '../log/log-entry';
import type {EntryMatch, SeverityFilter} from './entry-match';
import {matchEntry} from './matches-filter';
import type {FilterTerm} from './parse-filter';

/** Applies one filter. Remembers the result for each entry. */
export interface Matcher {
  match(entry: SearchableEntry): EntryMatch | null;
}

interface KnownMatcher extends Matcher {
  terms: readonly FilterTerm[];
  severity: SeverityFilter;
  /** The result that is already known; undefined: none. */
  known(entry: SearchableEntry): EntryMatch | null | undefined;
}

/**
 * Creates one filter after another: further typing mostly makes it stricter, and entries that did not match need no
 * second check.
 */
export function createMatchers(): (terms: readonly FilterTerm[], severity: SeverityFilter) => Matcher {
  let last: KnownMatcher | null = null;
  return (terms, severity) => {
    const wider = last?.severity === severity && isNarrower(terms, last.terms) ? last : null;
    last = createMatcher(terms, severity, wider);
    return last;
  };
}

/** `wider` is a filter that matches everything that this one does. */
function createMatcher(
  terms: readonly FilterTerm[],
  severity: SeverityFilter,
  wider: KnownMatcher | null,
): KnownMatcher {
  const verdicts = new WeakMap<SearchableEntry, EntryMatch | null>();
  const fresh = terms.filter((term, i) => wider?.terms[i]?.value !== term.value);

  function look(entry: SearchableEntry): EntryMatch | null {
    const before = wider?.known(entry);
    if (before === null) return null;
    return matchEntry(entry, terms, severity, before && {match: before, fresh});
  }
  return {
    terms,
    severity,
    match(entry) {
      let verdict = verdicts.get(entry);
      if (verdict === undefined) {
        verdict = look(entry);
        verdicts.set(entry, verdict);
      }
      return verdict;
    },
    known: (entry) => verdicts.get(entry),
  };
}

/** Fields that are compared as a whole: further typing may find more than before. */
const wholeFields: ReadonlySet<string> = new Set(['status', 'is', 'prop', 'event', 'after', 'before']);

/** Whether further typing has only made the filter stricter. */
function isNarrower(terms: readonly FilterTerm[], old: readonly FilterTerm[]): boolean {
  return old.every((before, i) => {
    const now = terms[i];
    if (now?.field !== before.field || now.negated !== before.negated) return false;
    const grows = !now.negated && !wholeFields.has(now.field) && !now.value.startsWith('=');
    return grows ? now.value.includes(before.value) : now.value === before.value;
  });
}
