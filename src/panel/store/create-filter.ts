import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {LogEntry} from './log-entry';
import {type EntryMatch, everything, matchEntry, type SeverityFilter} from './matches-filter';
import {parseFilter} from './parse-filter';

export interface Filter {
  readonly text: ReadonlySignal<string>;
  readonly severity: ReadonlySignal<SeverityFilter>;
  readonly active: ReadonlySignal<boolean>;
  /** Remembers its verdict on each entry until the filter or the entry changes. */
  readonly match: ReadonlySignal<(entry: LogEntry) => EntryMatch | null>;
  setText(text: string): void;
  setSeverity(severity: SeverityFilter): void;
}

export function createFilter(): Filter {
  const text = signal('');
  const severity = signal<SeverityFilter>('all');
  const terms = computed(() => parseFilter(text.value));
  const active = computed(() => terms.value.length > 0 || severity.value !== 'all');
  const match = computed(() =>
    active.value ? createMatcher(terms.value, severity.value) : () => everything,
  );
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

function createMatcher(terms: ReturnType<typeof parseFilter>, severity: SeverityFilter) {
  const known = new WeakMap<LogEntry, {match: EntryMatch | null}>();
  return (entry: LogEntry) => {
    let verdict = known.get(entry);
    if (!verdict) {
      verdict = {match: matchEntry(entry, terms, severity)};
      known.set(entry, verdict);
    }
    return verdict.match;
  };
}
