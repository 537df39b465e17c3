import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {LogEntry} from '../log/log-entry';
import {type EntryMatch, everything, matchEntry, type SeverityFilter} from './matches-filter';
import {type FilterTerm, parseFilter} from './parse-filter';

export interface Filter {
  readonly text: ReadonlySignal<string>;
  readonly severity: ReadonlySignal<SeverityFilter>;
  readonly active: ReadonlySignal<boolean>;
  /** Remembers its verdict on each entry until the filter or the entry changes. */
  readonly match: ReadonlySignal<(entry: LogEntry) => EntryMatch | null>;
  setText(text: string): void;
  setSeverity(severity: SeverityFilter): void;
}

const passAll = () => everything;

export function createFilter(): Filter {
  const text = signal('');
  const severity = signal<SeverityFilter>('all');
  const terms = computed(() => parseFilter(text.value));
  const active = computed(() => terms.value.length > 0 || severity.value !== 'all');
  let last: Matcher | null = null;
  const match = computed(() => {
    if (!active.value) {
      last = null;
      return passAll;
    }
    const wider = last?.severity === severity.value && isNarrower(terms.value, last.terms) ? last : null;
    last = createMatcher(terms.value, severity.value, wider);
    return last.match;
  });
  return {
    text,
    severity,
    active,
    match,
    setText(next) {
      text.value = next;
    },
    setSeverity(next) {
      severity.value = next;
    },
  };
}

interface Matcher {
  terms: readonly FilterTerm[];
  severity: SeverityFilter;
  match(entry: LogEntry): EntryMatch | null;
  /** What is known without looking; undefined: nothing. */
  known(entry: LogEntry): EntryMatch | null | undefined;
}

/** `wider` is a filter that lets everything pass that this one does: what it kept out needs no second look. */
function createMatcher(
  terms: readonly FilterTerm[],
  severity: SeverityFilter,
  wider: Matcher | null,
): Matcher {
  const verdicts = new WeakMap<LogEntry, EntryMatch | null>();
  const fresh = terms.filter((term, i) => wider?.terms[i]?.value !== term.value);

  function look(entry: LogEntry): EntryMatch | null {
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

/** Whether typing on has only made the filter stricter. */
function isNarrower(terms: readonly FilterTerm[], old: readonly FilterTerm[]): boolean {
  return old.every((before, i) => {
    const now = terms[i];
    if (now?.field !== before.field || now.negated !== before.negated) return false;
    const grows = !now.negated && now.field !== 'status' && now.field !== 'is';
    return grows ? now.value.includes(before.value) : now.value === before.value;
  });
}
