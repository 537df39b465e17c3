import {computed, type ReadonlySignal, signal} from '@preact/signals';
import {compareRuns, type RunDifference} from '../../../../domain/plans/coverage/compare-runs';
import type {CoverageRow} from '../../../../domain/plans/coverage/coverage-row';
import {fromKeptRows, isKept, type KeptRun} from '../../../../domain/plans/coverage/kept-run';
import type {RunBounds} from '../../../../domain/plans/coverage/sighting';

/** A period of testing. */
export interface CoverageRun extends RunBounds {
  /** From 1. */
  number: number;
  /** Its rows when it ended, since the log may lose its events. Null for the current run. */
  rows: readonly CoverageRow[] | null;
  /** The plan that its rows were counted against when it ended; null: none. */
  plan: string | null;
}

export interface CoverageRuns {
  /** In order; the last one is running. At first there is one, which is the whole log. */
  readonly runs: ReadonlySignal<readonly CoverageRun[]>;
  readonly shown: ReadonlySignal<CoverageRun>;
  /** Number of the run that the shown one is compared with, or the ID of a stored one; null: none. */
  readonly comparedWith: ReadonlySignal<number | string | null>;
  /** The other runs that ended, with rows of the same plan: rows of another plan would all seem to differ. */
  readonly comparable: ReadonlySignal<readonly CoverageRun[]>;
  /** Rows of the shown run only. */
  readonly counted: ReadonlySignal<readonly CoverageRow[]>;
  /** The shown rows, and rows that only the other run had. */
  readonly rows: ReadonlySignal<readonly CoverageRow[]>;
  /** The values of the other run for rows whose grade differs, by ID. */
  readonly differences: ReadonlySignal<ReadonlyMap<string, RunDifference>>;
  /** Ends the current run, begins another and compares them. `now` in milliseconds since the epoch. */
  begin(now: number): void;
  show(number: number): void;
  compareWith(run: number | string | null): void;
}

export function createCoverageRuns(
  live: ReadonlySignal<ReadonlyMap<string, CoverageRow>>,
  kept: ReadonlySignal<readonly KeptRun[]> = signal([]),
  planId: ReadonlySignal<string | null> = signal(null),
): CoverageRuns {
  const first: CoverageRun = {number: 1, start: null, end: null, rows: null, plan: null};
  const runs = signal<readonly CoverageRun[]>([first]);
  const shownNumber = signal(1);
  const comparedWith = signal<number | string | null>(null);
  const shown = computed(() => runs.value.find(({number}) => number === shownNumber.value) ?? first);
  const keptOne = computed(() => kept.value.find(({id}) => id === comparedWith.value));
  const comparable = computed(() =>
    runs.value.filter(
      ({number, rows, plan}) => rows !== null && number !== shown.value.number && plan === planId.value,
    ),
  );
  const before = computed(() => {
    if (keptOne.value) return fromKeptRows(keptOne.value.rows);
    return comparable.value.find(({number}) => number === comparedWith.value)?.rows ?? null;
  });
  const list = computed(() => [...live.value.values()]);
  const differences = computed(() => {
    // For a row that is not stored, it is not known whether it existed.
    const known = keptOne.value ? list.value.filter(isKept) : list.value;
    const found = before.value ? compareRuns(before.value, known) : [];
    return new Map(found.map((difference) => [difference.id, difference]));
  });
  const rows = computed(() => {
    if (!before.value) return list.value;
    const lost = before.value.filter(({id}) => !live.value.has(id));
    return [...list.value, ...lost.map(toLost)];
  });
  return {
    runs,
    shown,
    comparedWith,
    comparable,
    counted: list,
    rows,
    differences,
    begin(now) {
      const all = runs.peek();
      const ended = all.map((run) =>
        run.rows ? run : {...run, end: now, rows: list.peek(), plan: planId.peek()},
      );
      const next: CoverageRun = {number: all.length + 1, start: now, end: null, rows: null, plan: null};
      runs.value = [...ended, next];
      comparedWith.value = all.length;
      shownNumber.value = next.number;
    },
    show(number) {
      shownNumber.value = number;
      comparedWith.value = number > 1 ? number - 1 : null;
    },
    compareWith(run) {
      comparedWith.value = run;
    },
  };
}

function toLost(row: CoverageRow): CoverageRow {
  const none = {seen: 0, faulty: 0, firstSeen: null, lastSeen: null, pages: [], releases: []};
  return {...row, ...none, grade: 'never-seen', reasons: []};
}
