import type {SearchableEntry} from '../log/log-entry';
import type {EntryMatch, SeverityFilter} from './entry-match';
import {matchEntry} from './matches-filter';
import type {FilterTerm} from './parse-filter';

/** What passes one filter. Remembers its verdict on each entry. */
export interface Matcher {
  match(entry: SearchableEntry): EntryMatch | null;
}

interface KnownMatcher extends Matcher {
  terms: readonly FilterTerm[];
  severity: SeverityFilter;
  /** What is known without looking; undefined: nothing. */
  known(entry: SearchableEntry): EntryMatch | null | undefined;
}

/** Makes one filter after another: typing on mostly makes it stricter, and what was kept out needs no second look. */
export function createMatchers(): (terms: readonly FilterTerm[], severity: SeverityFilter) => Matcher {
  let last: KnownMatcher | null = null;
  return (terms, severity) => {
    const wider = last?.severity === severity && isNarrower(terms, last.terms) ? last : null;
    last = createMatcher(terms, severity, wider);
    return last;
  };
}

/** `wider` is a filter that lets everything pass that this one does. */
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

/** What is compared as a whole: typing on may find what was not found before. */
const wholeFields: ReadonlySet<string> = new Set(['status', 'is', 'prop', 'event', 'after', 'before']);

/** Whether typing on has only made the filter stricter. */
function isNarrower(terms: readonly FilterTerm[], old: readonly FilterTerm[]): boolean {
  return old.every((before, i) => {
    const now = terms[i];
    if (now?.field !== before.field || now.negated !== before.negated) return false;
    const grows = !now.negated && !wholeFields.has(now.field);
    return grows ? now.value.includes(before.value) : now.value === before.value;
  });
}
