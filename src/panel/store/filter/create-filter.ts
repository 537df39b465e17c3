import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {FilterQuery, Matches} from '../judge/judge-messages';
import type {ListMessage} from '../judge-client/judge-client';
import type {LogEntry} from '../log/log-entry';
import {type EntryMatch, everything, type SeverityFilter} from './entry-match';
import {parseFilter} from './parse-filter';

export interface Filter {
  readonly text: ReadonlySignal<string>;
  readonly severity: ReadonlySignal<SeverityFilter>;
  readonly active: ReadonlySignal<boolean>;
  /** What the rows follow: the filter that the judge answered last. */
  readonly applied: ReadonlySignal<AppliedFilter>;
  setText(text: string): void;
  setSeverity(severity: SeverityFilter): void;
  /** Runs it when the rows follow what is asked for: keys that are pressed before mean the rows to come. */
  whenApplied(run: () => void): void;
  /** To be told of what the judge says before the list is. */
  receive(message: ListMessage): void;
}

export interface AppliedFilter {
  /** Whether anything may be kept out. */
  readonly filtering: boolean;
  readonly severity: SeverityFilter;
  /** Whether the filter line keeps anything out, whatever severity is chosen. */
  readonly hasText: boolean;
  match(entry: LogEntry): EntryMatch | null;
}

const passAll: AppliedFilter = {filtering: false, severity: 'all', hasText: false, match: () => everything};

/** What is typed is asked of the judge, which has the texts; the rows stay as they are until it answers. */
export function createFilter(ask: (query: FilterQuery | null) => void): Filter {
  const text = signal('');
  const severity = signal<SeverityFilter>('all');
  const terms = computed(() => parseFilter(text.value));
  const active = computed(() => terms.value.length > 0 || severity.value !== 'all');
  const applied = signal(passAll);
  let number = 0;
  let asked = '';
  /** By id, of the filter with that number, what passes. */
  let answered: {number: number; matches: Map<string, EntryMatch>} | null = null;
  const waiting: (() => void)[] = [];

  function apply(next: AppliedFilter): void {
    applied.value = next;
    for (const run of waiting.splice(0)) run();
  }

  function query(): void {
    const wanted = active.peek() ? {terms: terms.peek(), severity: severity.peek()} : null;
    const key = wanted === null ? '' : JSON.stringify(wanted);
    if (key === asked) return;
    asked = key;
    number++;
    if (wanted === null) {
      answered = null;
      apply(passAll);
    }
    ask(wanted && {number, ...wanted});
  }

  function take({number: of, ids, matches}: Matches): void {
    if (of !== number) return;
    const found = new Map<string, EntryMatch>();
    put(found, ids, matches);
    answered = {number: of, matches: found};
    apply({
      filtering: true,
      severity: severity.peek(),
      hasText: terms.peek().length > 0,
      match: (entry) => found.get(entry.id) ?? null,
    });
  }

  return {
    text,
    severity,
    active,
    applied,
    setText(next) {
      text.value = next;
      query();
    },
    setSeverity(next) {
      severity.value = next;
      query();
    },
    whenApplied(run) {
      if (asked === '' || answered?.number === number) run();
      else waiting.push(run);
    },
    receive(message) {
      if (message.type === 'matches') take(message);
      if (answered === null) return;
      const {matches} = answered;
      if (message.type === 'gone') for (const id of message.ids) matches.delete(id);
      if (message.type !== 'listed' || message.filtered?.number !== answered.number) return;
      for (const {id} of message.entries) matches.delete(id);
      put(matches, message.filtered.ids, message.filtered.matches);
    },
  };
}

function put(matches: Map<string, EntryMatch>, ids: readonly string[], of: readonly EntryMatch[]): void {
  ids.forEach((id, i) => {
    const match = of[i];
    if (match) matches.set(id, match);
  });
}
