import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {EventPlanVerdict} from '../../../domain/plans/check-inspection';
import {type Coverage, createCoverage} from '../../../domain/plans/coverage/coverage';
import {isOfRun, type RunBounds, type Sighting} from '../../../domain/plans/coverage/sighting';
import {toSightings} from '../../../domain/plans/coverage/to-sightings';
import {judgeRun} from '../../../domain/plans/expectations/judge-run';
import type {Plan} from '../../../domain/plans/tracking-plan';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';
import type {CaptureLog} from '../../../storage/log/capture-log';
import type {CoverageNews, CoverageQuery, RowDetail, RunIssue} from '../coverage/coverage-messages';
import {maskProperty} from '../coverage/mask-property';

export interface CoverageFoldOptions {
  log: Pick<CaptureLog, 'get'>;
  /** Ids of the records that are listed. */
  ids(): Iterable<string>;
  /** Another value whenever the record was taken anew. */
  stateOf(id: string): unknown;
  judge(request: CapturedRequest): JudgedRequest;
  planOf(id: string): Plan | null;
  send(news: CoverageNews): void;
  now(): number;
  pause(): Promise<void>;
}

export interface JudgedRequest {
  inspection: Inspection;
  verdicts: readonly EventPlanVerdict[];
}

/**
 * Counts the events of the log for the coverage view. Nothing is counted before the view was first opened; then each
 * record is read once, and from there on what is new, changed or gone is counted as it comes.
 */
export interface CoverageFold {
  /** Null: nobody looks, so nothing is told. Resolves when everything is counted. */
  want(query: CoverageQuery | null): Promise<void>;
  /** A record was judged, for the first time or again. */
  take(request: CapturedRequest, judged: JudgedRequest): void;
  forget(id: string): void;
  /** A plan may be another one by now. */
  plansChanged(): void;
  row(id: string): RowDetail;
  issues(): RunIssue[];
  dispose(): void;
}

/** What one record adds. */
interface Share {
  sightings: readonly Sighting[];
  issues: readonly Issue[];
  isUnreadable: boolean;
}

const READ_AT_ONCE = 50;
/** A slice of counting between two chances to hear what is new, in milliseconds. */
const SLICE = 40;
/** The view is told so often at most, in milliseconds; and no more than a part of the time goes into it. */
const TELL_MS = 200;
const REST = 5;
const MAX_EVENTS = 200;
const MAX_ISSUES = 2_000;

export function createCoverageFold(options: CoverageFoldOptions): CoverageFold {
  const {log, stateOf, send, now, pause} = options;
  const shares = new Map<string, Share>();
  let query: CoverageQuery | null = null;
  let isOpen = false;
  let plan: Plan | null = null;
  let coverage: Coverage = createCoverage(null);
  let unread: string[] = [];
  let unreadable = 0;
  let isWhole = true;
  let filling: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let quietUntil = 0;

  function put(request: CapturedRequest, {inspection, verdicts}: JudgedRequest): void {
    forget(request.id);
    const sightings = toSightings(request, inspection, plan && {id: plan.id, verdicts});
    const issues = inspection.issues.filter(
      ({event, severity, source}) =>
        event !== null && severity !== 'info' && (plan === null || source.plan?.id === plan.id),
    );
    const share = {sightings, issues, isUnreadable: inspection.protocol !== null && !inspection.decoded};
    shares.set(request.id, share);
    for (const sighting of share.sightings) coverage.add(sighting);
    if (share.isUnreadable) unreadable++;
  }

  function forget(id: string): void {
    const share = shares.get(id);
    if (!share) return;
    shares.delete(id);
    for (const sighting of share.sightings) coverage.remove(sighting);
    if (share.isUnreadable) unreadable--;
  }

  /** The same events from another start, or by another revision of the plan. */
  function countAgain(): void {
    coverage = createCoverage(plan, query?.run);
    for (const {sightings} of shares.values()) for (const each of sightings) coverage.add(each);
    isWhole = true;
  }

  function countAnew(): Promise<void> {
    shares.clear();
    unreadable = 0;
    countAgain();
    unread = [...options.ids()];
    return countOn();
  }

  function countOn(): Promise<void> {
    filling = filling.catch(() => undefined).then(fill);
    return filling;
  }

  /** What can't be read now is read when the view is opened the next time. */
  async function read(ids: readonly string[]): Promise<CapturedRequest[]> {
    try {
      return await log.get(ids);
    } catch (error) {
      unread.push(...ids);
      throw error;
    }
  }

  /** Records that are taken meanwhile are counted as they come, and not from here. */
  async function fill(): Promise<void> {
    while (unread.length > 0) {
      const ids = unread.slice(0, READ_AT_ONCE);
      unread = unread.slice(READ_AT_ONCE);
      const states = new Map(ids.map((id) => [id, stateOf(id)]));
      let incoming = await read(ids);
      while (incoming.length > 0) {
        const end = now() + SLICE;
        let done = 0;
        for (const request of incoming) {
          if (!shares.has(request.id) && stateOf(request.id) === states.get(request.id)) {
            put(request, options.judge(request));
          }
          done++;
          if (now() >= end) break;
        }
        incoming = incoming.slice(done);
        tellSoon();
        await pause();
      }
    }
    tellSoon();
  }

  function tellSoon(): void {
    if (!isOpen || timer !== null) return;
    timer = setTimeout(
      () => {
        timer = null;
        tell();
      },
      Math.max(0, quietUntil - now()),
    );
  }

  function tell(): void {
    if (!isOpen || query === null) return;
    const begin = now();
    const changes = coverage.takeChanges();
    const rows = isWhole ? coverage.rows() : changes.rows;
    const total = shares.size + unread.length;
    send({
      isWhole,
      plan: plan?.id ?? null,
      rows,
      gone: isWhole ? [] : changes.gone,
      counted: shares.size,
      total,
      unreadable,
      unlisted: coverage.unlisted,
      expectations: judgeRun(query.expectations, query.run, [...shares.values()]),
    });
    isWhole = false;
    quietUntil = now() + Math.max(TELL_MS, REST * (now() - begin));
  }

  return {
    async want(next) {
      isOpen = next !== null;
      if (next === null) return;
      const before = query;
      query = next;
      const nextPlan = next.plan === null ? null : options.planOf(next.plan);
      const isOther = before === null || plan?.id !== nextPlan?.id;
      plan = nextPlan;
      isWhole = true;
      if (!isOther && (before.run.start !== next.run.start || before.run.end !== next.run.end)) countAgain();
      quietUntil = 0;
      tellSoon();
      if (isOther) await countAnew();
      else if (unread.length > 0) await countOn();
    },
    take(request, judged) {
      if (query === null) return;
      put(request, judged);
      tellSoon();
    },
    forget(id) {
      if (query === null) return;
      forget(id);
      tellSoon();
    },
    plansChanged() {
      if (query === null || query.plan === null) return;
      plan = options.planOf(query.plan);
      countAgain();
      tellSoon();
    },
    row: (id) => ({
      properties: coverage.properties(id).map(maskProperty),
      events: coverage.events(id, MAX_EVENTS),
    }),
    issues: () => collectIssues(shares.values(), query?.run ?? {start: null, end: null}),
    dispose() {
      if (timer !== null) clearTimeout(timer);
      unread = [];
    },
  };
}

function collectIssues(shares: Iterable<Share>, run: RunBounds): RunIssue[] {
  const found: RunIssue[] = [];
  for (const {sightings, issues} of shares) {
    const [first] = sightings;
    if (first && !isOfRun(first, run)) continue;
    const names = new Map(sightings.map(({event, name}) => [event, name]));
    for (const issue of issues) {
      if (found.length >= MAX_ISSUES) return found;
      found.push({issue, name: issue.event === null ? null : (names.get(issue.event) ?? null)});
    }
  }
  return found;
}
