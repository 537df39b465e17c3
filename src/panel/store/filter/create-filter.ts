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
  /** What the rows follow: the filter that the judge answered last. */
  readonly applied: ReadonlySignal<AppliedFilter>;
  setText(text: string): void;
  setSeverity(severity: SeverityFilter): void;
  /** Everything passes again. */
  clear(): void;
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
