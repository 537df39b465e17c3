import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {FilterQuery, Matches} from '../judge/judge-messages';
import type {ListMessage} from '../judge-client/judge-client';
import type {LogEntry} from '../log/log-entry';
import {type EntryMatch, everything, type SeverityFilter} from './entry-match';
import {createMatchingRows, type MatchingRows} from './matching-rows';
import {parseFilter} from './parse-filter';

export interface Filter {
  readonly text: ReadonlySignal<string>;
  readonly severity: ReadonlySignal<SeverityFilter>;
  readonly active: ReadonlySignal<boolean>;
  /** The filter that the judge applied last, which the rows follow. */
  readonly applied: ReadonlySignal<AppliedFilter>;
  setText(text: string): void;
  setSeverity(severity: SeverityFilter): void;
  /** Removes all filters. */
  clear(): void;
  /** Runs its argument when the rows follow the typed filter: keys that are pressed before refer to the upcoming rows. */
  whenApplied(run: () => void): void;
  /** Must be called with the judge's messages before the list. */
  receive(message: ListMessage): void;
}

export interface AppliedFilter {
  /** Whether anything may be filtered out. */
  readonly filtering: boolean;
  readonly severity: SeverityFilter;
  /** Whether the text in the filter line filters anything, whatever severity is selected. */
  readonly hasText: boolean;
  match(entry: LogEntry): EntryMatch | null;
}

const passAll: AppliedFilter = {filtering: false, severity: 'all', hasText: false, match: () => everything};

/** The typed filter is sent to the judge, which has the texts; the rows stay the same until it responds. */
export function createFilter(ask: (query: FilterQuery | null) => void): Filter {
  const text = signal('');
  const severity = signal<SeverityFilter>('all');
  const terms = computed(() => parseFilter(text.value));
  const active = computed(() => terms.value.length > 0 || severity.value !== 'all');
  const applied = signal(passAll);
  let number = 0;
  let asked = '';
  let answered: MatchingRows | null = null;
  const waiting: (() => void)[] = [];

  function apply(next: AppliedFilter): void {
    applied.value = next;
    for (const run of waiting.splice(0)) run();
  }

  function change(nextText: string, nextSeverity: SeverityFilter): void {
    text.value = nextText;
    severity.value = nextSeverity;
    query();
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

  function take(found: Matches): void {
    if (found.number !== number) return;
    answered = createMatchingRows(found);
    apply(toApplied(answered, severity.peek(), terms.peek().length > 0));
  }

  return {
    text,
    severity,
    active,
    applied,
    setText: (next) => change(next, severity.peek()),
    setSeverity: (next) => change(text.peek(), next),
    clear: () => change('', 'all'),
    whenApplied(run) {
      if (asked === '' || answered?.number === number) run();
      else waiting.push(run);
    },
    receive(message) {
      if (message.type === 'matches') take(message);
      answered?.follow(message);
    },
  };
}

function toApplied(matching: MatchingRows, severity: SeverityFilter, hasText: boolean): AppliedFilter {
  return {filtering: true, severity, hasText, match: ({id}) => matching.get(id)};
}
