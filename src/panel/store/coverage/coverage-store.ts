import {computed, effect, type ReadonlySignal} from '@preact/signals';
import {describeBlindSpots} from '../../../domain/plans/coverage/blind-spots';
import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {SightingRef} from '../../../domain/plans/coverage/sighting';
import type {PanelStore} from '../create-panel-store';
import {toEventFilter} from '../filter/to-event-filter';
import type {LineAction} from './coverage-line';
import type {LineOptions} from './coverage-lines';
import {type CoverageList, createCoverageList} from './coverage-list';
import {type CoverageMirror, createCoverageMirror} from './coverage-mirror';
import {type CoverageScope, createCoverageScope} from './coverage-scope';
import type {WantedRow} from './create-coverage-link';
import {createPlanDrafts, type PlanDrafts} from './create-plan-draft';
import {createExpectations, type Expectations} from './expectations/create-expectations';
import {aDraft} from './expectations/expectation-draft';
import {type CoverageRuns, createCoverageRuns} from './runs/coverage-runs';
import {createKeptRuns, type KeptRuns} from './runs/kept-runs';

/** The parts of the panel that the coverage view uses. */
export type CoveredPanel = Pick<
  PanelStore,
  | 'ask'
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

/** The parts of the coverage view. */
interface CoverageParts {
  readonly mirror: CoverageMirror;
  readonly runs: CoverageRuns;
  readonly kept: KeptRuns;
  readonly expectations: Expectations;
  readonly planDrafts: PlanDrafts;
  readonly scope: CoverageScope;
  readonly list: CoverageList;
  /**
   * Runs the work once the whole log is counted: data of a part, or of another run that is shown meanwhile, would be
   * saved or copied without saying so. Tells the user if that takes a while, and why if it fails.
   */
  whenCounted(work: () => Promise<void> | void): Promise<void>;
}

/** The data of the coverage view, and its actions. */
export interface CoverageStore extends Omit<CoverageParts, 'mirror'> {
  readonly mirror: Omit<CoverageMirror, 'receive'>;
  /** Sentences about what could not be observed. */
  readonly blindSpots: ReadonlySignal<readonly string[]>;
  /** Ends the current run and starts another. */
  beginRun(): void;
  /** Saves the run that is shown, with a name. */
  keepRun(name: string): void;
  /** Runs the action of a line. */
  act(action: LineAction): void;
  /** Opens an event next to the view. */
  openEvent(ref: SightingRef): void;
  /** Starts listening; the returned function stops it. */
  follow(): () => void;
}

export function createCoverageStore(
  panel: CoveredPanel,
  options: Pick<LineOptions, 'formatTime'>,
): CoverageStore {
  const parts = createParts(panel, options);
  const {mirror, runs, kept, list, whenCounted} = parts;
  const act = createActions(panel, parts);
  return {
    ...parts,
    blindSpots: computed(() => readBlindSpots(panel, mirror)),
    beginRun() {
      // Only the run that is shown is counted.
      runs.show(runs.runs.peek().length);
      void whenCounted(() => runs.begin(panel.dependencies.now()));
    },
    keepRun: (name) => void whenCounted(() => kept.keep(name, runs.shown.peek(), runs.counted.peek())),
    act,
    openEvent({request, event}) {
      panel.selection.select({id: request, event});
      panel.selection.open();
    },
    follow() {
      const stops = [
        kept.follow(),
        panel.coverage.subscribe(mirror.receive),
        askForRun(panel, parts),
        list.follow(),
        effect(() => showWanted(panel, parts, act)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function createParts(panel: CoveredPanel, {formatTime}: Pick<LineOptions, 'formatTime'>): CoverageParts {
  const {coverage, notices} = panel;
  const {plans, openKeptRuns, now} = panel.dependencies;
  const mirror = createCoverageMirror();
  const scope = createCoverageScope(panel.plans, mirror.rows);
  const {plan, planId} = scope;
  const kept = createKeptRuns({
    open: openKeptRuns,
    planId,
    notices,
    now,
    createId: () => crypto.randomUUID(),
  });
  const runs = createCoverageRuns(mirror.rows, kept.runs, planId);
  const expectations = createExpectations({plan, judged: mirror.expectations, plans, notices});
  const list = createCoverageList({
    rows: mirror.rows,
    ask: (id) => panel.ask({kind: 'row', id}),
    onFailure: notices.fail,
    scope,
    runs,
    expectations,
    filter: coverage.filter,
    formatTime,
  });
  const planDrafts = createPlanDrafts({
    ask: panel.ask,
    plans,
    notices,
    now,
    show: () => (coverage.opened.value = true),
  });
  const whenCounted: CoverageParts['whenCounted'] = (work) => {
    const toShown = () => JSON.stringify([runs.shown.peek().number, planId.peek()]);
    return doWhenCounted(panel, mirror, work, toShown);
  };
  return {mirror, runs, kept, expectations, planDrafts, scope, list, whenCounted};
}

function createActions(
  {filter, coverage}: CoveredPanel,
  {expectations, planDrafts, scope, whenCounted}: CoverageParts,
): CoverageStore['act'] {
  return (action) => {
    switch (action.do) {
      case 'show-events':
        filter.setSeverity('all');
        filter.setText(toEventFilter(action.row));
        coverage.opened.value = false;
        return;
      case 'expect':
        expectations.draft.value = aDraft(action.draft);
        return;
      case 'remove-expectation':
        void expectations.remove(action.expectation);
        return;
      case 'add-to-plan':
        void whenCounted(() => planDrafts.open(scope.planId.peek(), action.rows));
        return;
      case 'pick':
        scope.togglePicked(action.row);
    }
  };
}

async function doWhenCounted(
  {ask, notices}: CoveredPanel,
  {state}: Pick<CoverageMirror, 'state'>,
  work: () => Promise<void> | void,
  toShown: () => string,
): Promise<void> {
  const shown = toShown();
  const isCounting = () => {
    const now = state.peek();
    return now === null || now.counted < now.total;
  };
  try {
    if (isCounting()) notices.tell('This is done as soon as all requests are counted.');
    await ask({kind: 'counted'});
    if (toShown() !== shown) throw new Error('Another run or plan is shown now, so nothing was done.');
    // The store receives no counts once the view is closed.
    if (isCounting()) throw new Error('Coverage was closed before all requests were counted.');
    await work();
  } catch (error) {
    notices.fail(error);
  }
}

function readBlindSpots(panel: CoveredPanel, {state}: CoverageMirror): string[] {
  const connection = panel.connection.connection.value;
  return describeBlindSpots({
    isRecordingOff: !panel.settings.value.value.panel.recording,
    dropped: panel.dropped.value,
    unreadable: state.value?.unreadable ?? 0,
    unlisted: state.value?.unlisted ?? 0,
    sitesWithoutCapture: connection.state === 'not-permitted' ? [connection.site] : [],
  });
}

/** Has the judge count the run that is shown, until the returned function is called. */
function askForRun({coverage}: CoveredPanel, {runs, scope, expectations}: CoverageParts): () => void {
  const stop = effect(() => {
    const {start, end} = runs.shown.value;
    coverage.want({plan: scope.planId.value, run: {start, end}, expectations: expectations.all.value});
  });
  return () => {
    stop();
    coverage.want(null);
  };
}

/** Shows the row that the details of an event asked for. */
function showWanted(
  {coverage}: CoveredPanel,
  {mirror, runs, list}: CoverageParts,
  act: CoverageStore['act'],
): void {
  const wanted = coverage.wanted.value;
  if (wanted === null) return;
  const row = [...mirror.rows.value.values()].find((one) => isWanted(one, wanted));
  if (!row) {
    // If the event was sent in an earlier run, this looks again when that run is shown.
    const earlier = runs.runs.peek().findLast(({rows}) => rows?.some((one) => isWanted(one, wanted)));
    if (earlier && earlier !== runs.shown.peek()) runs.show(earlier.number);
    return;
  }
  coverage.wanted.value = null;
  list.reveal(row);
  if (wanted.isToAdd && row.rule === null) act({do: 'add-to-plan', rows: [row.id]});
}

function isWanted({name, call}: CoverageRow, wanted: WantedRow): boolean {
  return name === wanted.name && (name !== null || call === wanted.type);
}
