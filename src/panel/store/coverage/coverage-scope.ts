import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CoverageChoice, CoverageRow, Grade} from '../../../domain/plans/coverage/coverage-row';
import type {PlanState} from '../judge/judge-messages';
import {withOrWithout} from './with-or-without';

/** The sections and labels that a plan's rules have, each once. */
export interface PlanParts {
  sections: readonly string[];
  labels: readonly string[];
}

/** The selected plan and part, and the rows that are shown. */
export interface CoverageScope {
  /** The plan that events are counted against; null: none. */
  readonly plan: ReadonlySignal<PlanState | null>;
  /** Only changes with the plan, not with its state. */
  readonly planId: ReadonlySignal<string | null>;
  /** Null: all events by name, without a plan. */
  choosePlan(id: string | null): void;
  /** The parts of the plan that can be put under test. */
  readonly parts: ReadonlySignal<PlanParts>;
  /** The part of the plan that is under test. */
  readonly choice: Signal<CoverageChoice>;
  /** Grades that are shown; empty: all. */
  readonly grades: Signal<ReadonlySet<Grade>>;
  toggleGrade(grade: Grade): void;
  /** Whether rows are grouped by the sections of their plan, if it has any. */
  readonly isBySection: Signal<boolean>;
  /** IDs of rows that the user picked, to test them or to make a plan of them. */
  readonly picked: ReadonlySignal<ReadonlySet<string>>;
  togglePicked(row: string): void;
  /** Clears the picks and tests the whole plan. */
  clearPicked(): void;
  /** Tests the whole plan, with all grades shown. */
  showAll(): void;
}

export function createCoverageScope(
  plans: ReadonlySignal<readonly PlanState[]>,
  rows: ReadonlySignal<ReadonlyMap<string, CoverageRow>>,
): CoverageScope {
  /** Undefined: not chosen yet, so the first plan that checks events is used. */
  const chosen = signal<string | null | undefined>(undefined);
  const plan = computed(() => {
    if (chosen.value === undefined) return plans.value.find(({fault}) => fault === null) ?? null;
    return plans.value.find(({id}) => id === chosen.value) ?? null;
  });
  const choice = signal<CoverageChoice>({});
  const grades = signal<ReadonlySet<Grade>>(new Set());
  const picked = signal<ReadonlySet<string>>(new Set());
  return {
    plan,
    planId: computed(() => plan.value?.id ?? null),
    choosePlan(id) {
      chosen.value = id;
      choice.value = {};
      picked.value = new Set();
    },
    parts: computed(() => toParts(rows.value.values())),
    choice,
    grades,
    toggleGrade(grade) {
      grades.value = withOrWithout(grades.peek(), grade, !grades.peek().has(grade));
    },
    isBySection: signal(true),
    picked,
    togglePicked(row) {
      picked.value = withOrWithout(picked.peek(), row, !picked.peek().has(row));
    },
    clearPicked() {
      picked.value = new Set();
      if (choice.peek().rules) choice.value = {};
    },
    showAll() {
      grades.value = new Set();
      choice.value = {};
    },
  };
}

function toParts(rows: Iterable<CoverageRow>): PlanParts {
  const sections = new Set<string>();
  const labels = new Set<string>();
  for (const {rule} of rows) {
    if (rule?.section) sections.add(rule.section);
    for (const label of rule?.labels ?? []) labels.add(label);
  }
  return {sections: [...sections].sort(), labels: [...labels].sort()};
}
