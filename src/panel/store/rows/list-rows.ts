import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {Filter} from '../filter/create-filter';
import {createTotals, type Totals} from '../log/create-totals';
import type {LogEntry} from '../log/log-entry';
import {toPassedTotals} from '../log/to-passed-totals';
import {createRowBuilder, toVisitKey} from './build-rows';
import type {RowIndex} from './row-index';
import type {Sort} from './sort-entries';

/**
 * Issues of the rows that match the filter line, whatever severity is selected; null: they are filtered out and not
 * counted.
 */
export interface FoundIssues {
  errors: number | null;
  warnings: number | null;
}

/** The rows of the list and their totals. */
export interface ListRows {
  readonly rows: ReadonlySignal<RowIndex>;
  readonly totals: ReadonlySignal<Totals>;
  /** The totals of the rows that match the filter. */
  readonly passed: ReadonlySignal<Totals>;
  readonly found: ReadonlySignal<FoundIssues>;
  /** Collapses or expands a visit (`toVisitKey`) or a batch (its ID). */
  setFolded(key: string, folded: boolean): void;
  /** A visit began at `at`, in milliseconds since the epoch; `foldFormer`: visits of earlier pages are collapsed. */
  beginVisit(at: number, foldFormer: boolean): void;
}

/** `readSort` reads signals. */
export function createListRows(
  entries: ReadonlySignal<readonly LogEntry[]>,
  {applied}: Pick<Filter, 'applied'>,
  readSort: () => Sort | null,
): ListRows {
  const folds = signal<ReadonlyMap<string, boolean>>(new Map());
  const navigations = signal<readonly number[]>([]);
  const buildRows = createRowBuilder();
  const rows = computed(() =>
    buildRows({
      entries: entries.value,
      navigations: navigations.value,
      ...applied.value,
      folds: folds.value,
      sort: readSort(),
    }),
  );
  const toTotals = createTotals();
  const totals = computed(() => toTotals(entries.value));
  const passed = computed(() => {
    const {filtering, match} = applied.value;
    return filtering ? toPassedTotals(entries.value, match) : totals.value;
  });
  const found = computed<FoundIssues>(() => {
    const {severity, hasText} = applied.value;
    const {errors, warnings} = severity === 'all' ? passed.value : totals.value;
    if (severity === 'all' || !hasText) return {errors, warnings};
    return {
      errors: severity === 'errors' ? passed.value.errors : null,
      warnings: severity === 'warnings' ? passed.value.warnings : null,
    };
  });

  function fold(keys: readonly string[], folded: boolean): void {
    folds.value = new Map([...folds.peek(), ...keys.map((key) => [key, folded] as const)]);
  }

  return {
    rows,
    totals,
    passed,
    found,
    setFolded: (key, folded) => fold([key], folded),
    beginVisit(at, foldFormer) {
      if (navigations.peek().includes(at)) return;
      navigations.value = [...navigations.peek(), at].sort((one, other) => one - other);
      if (!foldFormer) return;
      const former = rows.peek().visits.filter((visit) => visit.kind === 'page' && visit.at < at);
      fold(
        former.map(({id}) => toVisitKey(id)),
        true,
      );
    },
  };
}
