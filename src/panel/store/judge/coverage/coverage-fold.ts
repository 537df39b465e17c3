import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {PlannedInspection} from '../../../../domain/plans/inspect-by-plans';
import type {Plan} from '../../../../domain/plans/tracking-plan';
import type {CaptureLog} from '../../../../storage/log/capture-log';
import type {CoverageNews, CoverageQuery} from '../../coverage/coverage-messages';
import {createCoverageBacklog} from './coverage-backlog';
import {type CoverageCount, createCoverageCount} from './coverage-count';
import {createPacer} from './pacer';

export interface CoverageFoldOptions {
  log: Pick<CaptureLog, 'get'>;
  /** IDs of the records that are listed, in the order of the list. */
  ids(): Iterable<string>;
  /** Changes if the record was read again. */
  stateOf(id: string): unknown;
  check(request: CapturedRequest): PlannedInspection;
  planOf(id: string): Plan | null;
  send(news: CoverageNews): void;
  now(): number;
  pause(): Promise<void>;
}

/**
 * Counts the events of the log for the coverage view. It does not count before the view was first opened; then each
 * record is read once, and from then on new, changed and removed records are counted as they arrive.
 */
export interface CoverageFold extends Pick<CoverageCount, 'row' | 'issues' | 'sightingsOf'> {
  /** Null: the view is closed, so nothing is sent. Resolves when everything is counted. */
  want(query: CoverageQuery | null): Promise<void>;
  /** Counts the remaining records and sends the result. Rejects if some of them cannot be read. */
  settle(): Promise<void>;
  /** A record was checked, for the first time or again. */
  take(request: CapturedRequest, planned: PlannedInspection): void;
  forget(id: string): void;
  /** The plans may have changed. */
  plansChanged(): void;
  dispose(): void;
}

export function createCoverageFold(options: CoverageFoldOptions): CoverageFold {
  const {ids, check, planOf, send, now} = options;
  const count = createCoverageCount(ids);
  let query: CoverageQuery | null = null;
  let plan: Plan | null = null;
  let isOpen = false;
  const news = createPacer(() => {
    if (!isOpen || query === null) return;
    for (const part of count.takeNews(backlog.size, query.expectations)) send(part);
  }, now);
  const backlog = createCoverageBacklog({
    ...options,
    count: (request) => {
      if (!count.has(request.id)) count.put(request, check(request));
    },
    onProgress: news.soon,
  });

  return {
    async want(next) {
      isOpen = next !== null;
      if (next === null) return;
      const nextPlan = next.plan === null ? null : planOf(next.plan);
      const isOther = query === null || plan?.id !== nextPlan?.id;
      if (isOther) backlog.set([...ids()]);
      count.countBy(nextPlan, next.run);
      [query, plan] = [next, nextPlan];
      news.atOnce();
      if (isOther || backlog.size > 0) await backlog.work();
    },
    async settle() {
      await backlog.work();
      news.now();
    },
    take(request, planned) {
      if (query === null) return;
      count.put(request, planned);
      news.soon();
    },
    forget(id) {
      if (query === null) return;
      count.remove(id);
      news.soon();
    },
    plansChanged() {
      if (query === null || query.plan === null) return;
      plan = planOf(query.plan);
      count.countBy(plan, query.run);
      news.soon();
    },
    row: count.row,
    issues: count.issues,
    sightingsOf: count.sightingsOf,
    dispose() {
      news.dispose();
      backlog.set([]);
    },
  };
}
