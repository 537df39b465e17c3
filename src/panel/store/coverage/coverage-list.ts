import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import {type ArrangedRows, arrangeRows, toSectionKey} from './arrange-rows';
import {type CoverageDetailsOptions, createCoverageDetails} from './coverage-details';
import type {CoverageLine} from './coverage-line';
import {type LineOptions, toLines} from './coverage-lines';
import type {CoverageScope} from './coverage-scope';
import type {Expectations} from './expectations/create-expectations';
import {toExpectationLines} from './expectations/expectation-lines';
import type {CoverageRuns} from './runs/coverage-runs';
import {withOrWithout} from './with-or-without';

export interface CoverageListOptions extends CoverageDetailsOptions, Pick<LineOptions, 'formatTime'> {
  scope: CoverageScope;
  runs: CoverageRuns;
  expectations: Expectations;
  /** The text in the filter field. */
  filter: Signal<string>;
}

/** The lines of the coverage view, and its expanded parts. */
export interface CoverageList {
  readonly arranged: ReadonlySignal<ArrangedRows>;
  readonly lines: ReadonlySignal<readonly CoverageLine[]>;
  /** The picked rows that still exist. */
  readonly picked: ReadonlySignal<readonly CoverageRow[]>;
  /** Key of the line that has the focus. */
  readonly current: Signal<string | null>;
  /** Expands or collapses a row, an expectation or a section, by the key of its line. */
  setOpen(key: string, isOpen: boolean): void;
  /** Expands or collapses all sections. */
  setSectionsOpen(isOpen: boolean): void;
  /** Scrolls to a row, whatever is filtered and collapsed, and expands it. */
  reveal(row: CoverageRow): void;
  /** Keeps details up to date; returns a function that stops this. */
  follow(): () => void;
}

export function createCoverageList(options: CoverageListOptions): CoverageList {
  const {scope, runs, expectations, filter, formatTime} = options;
  const {open, details, follow, setOpen: setRowOpen} = createCoverageDetails(options);
  const current = signal<string | null>(null);
  /** Keys of sections. */
  const folded = signal<ReadonlySet<string>>(new Set());
  const arranged = computed(() =>
    arrangeRows(runs.rows.value, {
      text: filter.value,
      grades: scope.grades.value,
      choice: scope.choice.value,
      isBySection: scope.isBySection.value,
    }),
  );
  const rowLines = computed(() =>
    toLines(
      arranged.value,
      {folded: folded.value, open: open.value, details: details.value},
      {
        formatTime,
        was: runs.differences.value,
        picked: scope.picked.value,
        hasPlan: scope.planId.value !== null,
      },
    ),
  );
  // If one grade is chosen, rows are shown without sections.
  const expectationLines = computed(() =>
    scope.grades.value.size > 0 ? [] : toExpectationLines(expectations.shown.value, open.value, filter.value),
  );
  const lines = computed(() => [...expectationLines.value, ...rowLines.value]);

  function setOpen(key: string, isOpen: boolean): void {
    if (!arranged.peek().sections?.some((section) => section.key === key)) setRowOpen(key, isOpen);
    else folded.value = withOrWithout(folded.peek(), key, !isOpen);
  }

  return {
    arranged,
    lines,
    picked: computed(() => runs.rows.value.filter(({id}) => scope.picked.value.has(id))),
    current,
    setOpen,
    setSectionsOpen(isOpen) {
      const keys = (arranged.peek().sections ?? []).map(({key}) => key);
      if (!isOpen) current.value = keepInSight(lines.peek(), current.peek(), keys);
      folded.value = new Set(isOpen ? [] : keys);
    },
    reveal(row) {
      scope.showAll();
      filter.value = '';
      current.value = row.id;
      folded.value = withOrWithout(folded.peek(), toSectionKey(row), false);
      setOpen(row.id, true);
    },
    follow,
  };
}

/** If all sections are collapsed, the current line becomes that of its section. */
function keepInSight(
  lines: readonly CoverageLine[],
  current: string | null,
  sections: readonly string[],
): string | null {
  const owners = new Map(lines.map(({key, owner}) => [key, owner]));
  let key = current;
  while (key !== null && !sections.includes(key)) {
    const owner = owners.get(key) ?? null;
    if (owner === null) return key;
    key = owner;
  }
  return key;
}
