import {computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {describeBlindSpots} from '../../../domain/plans/coverage/blind-spots';
import type {CoverageChoice, CoverageRow, Grade} from '../../../domain/plans/coverage/coverage-row';
import type {SightingRef} from '../../../domain/plans/coverage/sighting';
import type {PanelStore} from '../create-panel-store';
import {toEventFilter} from '../filter/to-event-filter';
import type {PlanState} from '../judge/judge-messages';
import {type ArrangedRows, arrangeRows, toSectionKey} from './arrange-rows';
import {createCoverageDetails} from './coverage-details';
import type {CoverageLine, LineAction} from './coverage-line';
import {type LineOptions, toLines} from './coverage-lines';
import {type CoverageMirror, createCoverageMirror} from './coverage-mirror';
import {type CoverageRuns, createCoverageRuns} from './coverage-runs';
import {createExpectations, type Expectations} from './create-expectations';
import {createPlanDrafts, type PlanDrafts} from './create-plan-draft';
import {aDraft} from './expectation-draft';
import {toExpectationLines} from './expectation-lines';
import {createKeptRuns, type KeptRuns} from './kept-runs';

/** What the coverage view reads of the panel. */
export type CoveredPanel = Pick<
  PanelStore,
  | 'coverage'
  | 'dependencies'
  | 'plans'
  | 'settings'
  | 'dropped'
  | 'connection'
  | 'notices'
  | 'filter'
  | 'selection'
  | 'list'
>;

/** The sections and labels that a plan's rules have, each once. */
export interface PlanParts {
  sections: readonly string[];
  labels: readonly string[];
}

/** All that the coverage view shows, and what can be done in it. */
export interface CoverageStore {
  readonly mirror: Omit<CoverageMirror, 'receive'>;
  readonly runs: CoverageRuns;
  readonly kept: KeptRuns;
  readonly expectations: Expectations;
  readonly planDrafts: PlanDrafts;
  /** The plan that is counted against; null: none. */
  readonly plan: ReadonlySignal<PlanState | null>;
  /** Null: all events by their names, whatever plans say. */
  choosePlan(id: string | null): void;
  /** What of the plan can be put under test. */
  readonly parts: ReadonlySignal<PlanParts>;
  readonly arranged: ReadonlySignal<ArrangedRows>;
  readonly lines: ReadonlySignal<readonly CoverageLine[]>;
  /** Key of the line that the keyboard is on. */
  readonly current: Signal<string | null>;
  /** Grades that are shown; none: all. */
  readonly grades: Signal<ReadonlySet<Grade>>;
  readonly choice: Signal<CoverageChoice>;
  /** Sentences on what could not be seen. */
  readonly blindSpots: ReadonlySignal<readonly string[]>;
  /** Of a row, an expectation or a section, by the key of its line. */
  setOpen(key: string, isOpen: boolean): void;
  /** Of all sections. */
  setSectionsOpen(isOpen: boolean): void;
  /** Whether rows stand in the sections of their plan, where it has any. */
  readonly isBySection: Signal<boolean>;
  toggleGrade(grade: Grade): void;
  /** Ids of rows that somebody picked, to test or to make a plan of. */
  readonly picked: ReadonlySignal<ReadonlySet<string>>;
  togglePicked(row: string): void;
  /** Nothing is picked any more, and all of the plan is under test. */
  clearPicked(): void;
  /** Does what a line says. */
  act(action: LineAction): void;
  /** Opens an event beside the view. */
  openEvent(ref: SightingRef): void;
  /** Begins to listen; the returned function ends it. */
  follow(): () => void;
}

export function createCoverageStore(
  panel: CoveredPanel,
  options: Pick<LineOptions, 'formatTime'>,
): CoverageStore {
  const {coverage, notices} = panel;
  const mirror = createCoverageMirror();
  const rowFolds = createCoverageDetails({
    rows: mirror.rows,
    ask: coverage.row,
    onFailure: notices.fail,
  });
  const {open, details, follow} = rowFolds;
  const current = signal<string | null>(null);
  const isBySection = signal(true);
  /** Keys of sections. */
  const folded = signal<ReadonlySet<string>>(new Set());
  const grades = signal<ReadonlySet<Grade>>(new Set());
  const choice = signal<CoverageChoice>({});
  /** Undefined: nobody has chosen, so the first plan that checks is it. */
  const chosen = signal<string | null | undefined>(undefined);
  const plan = computed(() => {
    const all = panel.plans.value;
    if (chosen.value === undefined) return all.find(({fault}) => fault === null) ?? null;
    return all.find(({id}) => id === chosen.value) ?? null;
  });
  // A new state of the same plan is no other wish.
  const planId = computed(() => plan.value?.id ?? null);
  const {plans, keptRuns, now} = panel.dependencies;
  const kept = createKeptRuns({store: keptRuns, planId, notices, now, createId: () => crypto.randomUUID()});
  const runs = createCoverageRuns(mirror.rows, kept.runs);
  const parts = computed(() => toParts(mirror.rows.value.values()));
  const arranged = computed(() =>
    arrangeRows(runs.rows.value, {
      text: coverage.filter.value,
      grades: grades.value,
      choice: choice.value,
      isBySection: isBySection.value,
    }),
  );
  const expectations = createExpectations({
    plan,
    judged: mirror.expectations,
    plans,
    notices,
  });
  const planDrafts = createPlanDrafts({link: coverage, plans, notices, now});
  const picked = signal<ReadonlySet<string>>(new Set());
  const lines = computed(() => [
    // Somebody who wants one grade wants rows.
    ...(grades.value.size > 0
      ? []
      : toExpectationLines(expectations.shown.value, open.value, coverage.filter.value)),
    ...toLines(
      arranged.value,
      {folded: folded.value, open: open.value, details: details.value},
      {...options, was: runs.differences.value, picked: picked.value, hasPlan: planId.value !== null},
    ),
  ]);
  const blindSpots = computed(() => {
    const connection = panel.connection.connection.value;
    return describeBlindSpots({
      isRecordingOff: !panel.settings.value.value.panel.recording,
      dropped: panel.dropped.value,
      unreadable: mirror.state.value?.unreadable ?? 0,
      unlisted: mirror.state.value?.unlisted ?? 0,
      sitesWithoutCapture: connection.state === 'not-permitted' ? [connection.site] : [],
    });
  });

  function setOpen(key: string, isOpen: boolean): void {
    if (!arranged.peek().sections?.some((section) => section.key === key)) rowFolds.setOpen(key, isOpen);
    else folded.value = withOrWithout(folded.peek(), key, !isOpen);
  }

  function setSectionsOpen(isOpen: boolean): void {
    const keys = (arranged.peek().sections ?? []).map(({key}) => key);
    if (!isOpen) current.value = keepInSight(lines.peek(), current.peek(), keys);
    folded.value = new Set(isOpen ? [] : keys);
  }

  function togglePicked(row: string): void {
    picked.value = withOrWithout(picked.peek(), row, !picked.peek().has(row));
  }

  function act(action: LineAction): void {
    switch (action.do) {
      case 'show-events':
        panel.filter.setSeverity('all');
        panel.filter.setText(toEventFilter(action.row));
        coverage.opened.value = false;
        return;
      case 'expect':
        expectations.draft.value = aDraft(action.draft);
        return;
      case 'remove-expectation':
        void expectations.remove(action.expectation);
        return;
      case 'add-to-plan':
        void planDrafts.open(planId.peek(), action.rows);
        return;
      case 'pick':
        togglePicked(action.row);
    }
  }

  /** An event's detail asked for its row. */
  function takeWanted(): void {
    const wanted = coverage.wanted.value;
    if (wanted === null) return;
    const isWanted = ({name, call}: CoverageRow) =>
      name === wanted.name && (name !== null || call === wanted.type);
    const row = [...mirror.rows.value.values()].find(isWanted);
    if (!row) {
      // What was sent in an earlier run is looked for again when that one is shown.
      const earlier = runs.runs.peek().findLast(({rows}) => rows?.some(isWanted));
      if (earlier && earlier !== runs.shown.peek()) runs.show(earlier.number);
      return;
    }
    coverage.wanted.value = null;
    grades.value = new Set();
    choice.value = {};
    coverage.filter.value = '';
    current.value = row.id;
    folded.value = withOrWithout(folded.peek(), toSectionKey(row), false);
    setOpen(row.id, true);
    if (wanted.isToAdd && row.rule === null) act({do: 'add-to-plan', rows: [row.id]});
  }

  return {
    mirror,
    runs,
    kept,
    expectations,
    planDrafts,
    plan,
    parts,
    choosePlan(id) {
      chosen.value = id;
      choice.value = {};
    },
    arranged,
    lines,
    current,
    grades,
    choice,
    blindSpots,
    setOpen,
    setSectionsOpen,
    isBySection,
    toggleGrade(grade) {
      grades.value = withOrWithout(grades.peek(), grade, !grades.peek().has(grade));
    },
    picked,
    togglePicked,
    clearPicked() {
      picked.value = new Set();
      if (choice.peek().rules) choice.value = {};
    },
    act,
    openEvent({request, event}) {
      panel.selection.select({id: request, event});
      panel.selection.open();
    },
    follow() {
      void kept.read();
      const stops = [
        coverage.subscribe(mirror.receive),
        effect(() => {
          const {start, end} = runs.shown.value;
          coverage.want({plan: planId.value, run: {start, end}, expectations: expectations.all.value});
        }),
        follow(),
        effect(takeWanted),
      ];
      return () => {
        for (const stop of stops) stop();
        coverage.want(null);
      };
    },
  };
}

function withOrWithout<Item>(set: ReadonlySet<Item>, item: Item, isIn: boolean): ReadonlySet<Item> {
  const next = new Set(set);
  if (isIn) next.add(item);
  else next.delete(item);
  return next;
}

/** The section of the current line, which is what is left of it when all are folded. */
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

function toParts(rows: Iterable<CoverageRow>): PlanParts {
  const sections = new Set<string>();
  const labels = new Set<string>();
  for (const {rule} of rows) {
    if (rule?.section) sections.add(rule.section);
    for (const label of rule?.labels ?? []) labels.add(label);
  }
  return {sections: [...sections].sort(), labels: [...labels].sort()};
}
