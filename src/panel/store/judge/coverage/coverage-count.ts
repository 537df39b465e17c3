import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {type Coverage, createCoverage} from '../../../../domain/plans/coverage/coverage';
import {isOfRun, type RunBounds, type Sighting} from '../../../../domain/plans/coverage/sighting';
import {toSightings} from '../../../../domain/plans/coverage/to-sightings';
import {createRunJudge, type RunJudge} from '../../../../domain/plans/expectations/judge-run';
import type {PlannedInspection} from '../../../../domain/plans/inspect-by-plans';
import type {Plan} from '../../../../domain/plans/tracking-plan';
import type {Issue} from '../../../../domain/verdict/issue';
import {sortByName} from '../../coverage/arrange-rows';
import {
  type CoverageNews,
  type CoverageQuery,
  MAX_RUN_ISSUES,
  type RowDetail,
  type RunIssue,
} from '../../coverage/coverage-messages';
import {maskProperty} from '../../coverage/mask-property';

/** The results of the counted records for a run and a plan. */
export interface CoverageCount {
  has(id: string): boolean;
  put(request: CapturedRequest, planned: PlannedInspection): void;
  remove(id: string): void;
  /**
   * Counts the same records for another run or another revision of the plan; for another plan it starts without
   * records. The next message contains all rows.
   */
  countBy(plan: Plan | null, run: RunBounds): void;
  /**
   * The changes since the last call, split into parts with some rows each. `unread`: how many records are not counted
   * yet.
   */
  takeNews(unread: number, expectations: CoverageQuery['expectations']): CoverageNews[];
  row(id: string): RowDetail;
  issues(): RunIssue[];
  /** The events of these rows. */
  sightingsOf(rows: readonly string[]): Sighting[];
}

/** The sightings and issues of one record. */
interface Share {
  sightings: readonly Sighting[];
  issues: readonly Issue[];
  isUnreadable: boolean;
}

const MAX_EVENTS = 200;
/** How many rows the panel handles in one task. */
const ROWS_AT_ONCE = 1_000;

/** `ids`: those of all records, in the order of sending, which does not depend on when a record was counted. */
export function createCoverageCount(ids: () => Iterable<string>): CoverageCount {
  const shares = new Map<string, Share>();
  let plan: Plan | null = null;
  let run: RunBounds = {start: null, end: null};
  let coverage: Coverage = createCoverage(null);
  let isWhole = true;
  let expected: {key: string; judge: RunJudge} | null = null;

  /** Other expectations are judged over all events once. */
  function judge(expectations: CoverageQuery['expectations']) {
    const key = JSON.stringify(expectations.map(({id}) => id));
    if (expected?.key !== key) {
      expected = {key, judge: createRunJudge({expectations, bounds: run, plan, requests: ids})};
      for (const [id, {sightings}] of shares) expected.judge.put(id, sightings);
    }
    return expected.judge.judge();
  }

  const inOrder = () => [...ids()].flatMap((id) => shares.get(id) ?? []);

  function remove(id: string): void {
    const share = shares.get(id);
    if (!share) return;
    shares.delete(id);
    for (const sighting of share.sightings) coverage.remove(sighting);
    expected?.judge.put(id, []);
  }

  return {
    has: (id) => shares.has(id),
    put(request, planned) {
      remove(request.id);
      const share = toShare(request, planned, plan);
      shares.set(request.id, share);
      for (const sighting of share.sightings) coverage.add(sighting);
      expected?.judge.put(request.id, share.sightings);
    },
    remove,
    countBy(nextPlan, nextRun) {
      isWhole = true;
      if (plan === nextPlan && run.start === nextRun.start && run.end === nextRun.end) return;
      if (plan?.id !== nextPlan?.id) shares.clear();
      [plan, run] = [nextPlan, nextRun];
      coverage = createCoverage(plan, run);
      expected = null;
      for (const {sightings} of shares.values()) for (const each of sightings) coverage.add(each);
    },
    takeNews(unread, expectations) {
      const {rows, gone} = coverage.takeChanges();
      const changes = isWhole ? {isWhole, rows: coverage.rows(), gone: []} : {isWhole, rows, gone};
      isWhole = false;
      return toParts({
        ...changes,
        hasMore: false,
        plan: plan?.id ?? null,
        counted: shares.size,
        total: shares.size + unread,
        unreadable: [...shares.values()].filter(({isUnreadable}) => isUnreadable).length,
        unlisted: coverage.unlisted,
        expectations: judge(expectations),
      });
    },
    sightingsOf: (rows) => rows.flatMap((row) => [...coverage.sightings(row)]),
    row: (id) => ({
      description: plan?.rules.find((rule) => rule.id === id)?.description ?? '',
      properties: coverage.properties(id).map(maskProperty),
      events: coverage.events(id, MAX_EVENTS),
    }),
    issues: () => collectIssues(inOrder(), run, coverage),
  };
}

/**
 * Sorts rows by name, so that the panel need not. If there are many, they are split, and an empty part follows at which
 * the panel shows them.
 */
function toParts(news: CoverageNews): CoverageNews[] {
  if (news.rows.length <= ROWS_AT_ONCE) return [news];
  const rows = sortByName(news.rows);
  const parts = Array.from({length: Math.ceil(rows.length / ROWS_AT_ONCE)}, (_, part) => {
    const slice = rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE);
    const isFirst = part === 0;
    return {
      ...news,
      rows: slice,
      hasMore: true,
      isWhole: isFirst && news.isWhole,
      gone: isFirst ? news.gone : [],
    };
  });
  return [...parts, {...news, isWhole: false, rows: [], gone: []}];
}

function toShare(
  request: CapturedRequest,
  {inspection, verdicts}: PlannedInspection,
  plan: Plan | null,
): Share {
  const isCounted = ({event, severity, source}: Issue) =>
    event !== null && severity !== 'info' && (plan === null || source.plan?.id === plan.id);
  return {
    sightings: toSightings(request, inspection, plan && {id: plan.id, verdicts}),
    issues: inspection.issues.filter(isCounted),
    isUnreadable: inspection.protocol !== null && !inspection.decoded,
  };
}

function collectIssues(
  shares: Iterable<Share>,
  run: RunBounds,
  {rowOf}: Pick<Coverage, 'rowOf'>,
): RunIssue[] {
  const found: RunIssue[] = [];
  for (const {sightings, issues} of shares) {
    const [first] = sightings;
    if (first && !isOfRun(first, run)) continue;
    const byEvent = new Map(sightings.map((sighting) => [sighting.event, sighting]));
    for (const issue of issues) {
      if (found.length >= MAX_RUN_ISSUES) return found;
      const sighting = issue.event === null ? undefined : byEvent.get(issue.event);
      found.push({issue, name: sighting?.name ?? null, row: sighting ? rowOf(sighting) : null});
    }
  }
  return found;
}
