import {toErrorMessage} from '../../../domain/to-error-message';
import type {CaptureLog} from '../../../storage/log/capture-log';
import {createFilterFold, type FilterFold} from '../filter/filter-fold';
import {type CoverageFold, createCoverageFold} from './coverage/coverage-fold';
import type {FromJudge} from './judge-messages';
import {createJudgedList, type JudgedList} from './judged-list';
import {createJudgedRows, type JudgedRows} from './judged-rows';
import type {PlanSource} from './plans/open-plans';
import {createPlanFold, type PlanFold} from './plans/plan-fold';
import {type Checks, createRecordChecker, type RecordChecker} from './record-checker';
import {createWorkInProgress, type WorkInProgress} from './work-in-progress';

export interface JudgeDependencies extends Checks {
  log: Pick<CaptureLog, 'list' | 'get'>;
  /** The user's tracking plans. */
  planSource: PlanSource;
  send(message: FromJudge): void;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves when new messages were received. */
  pause(): Promise<void>;
}

export interface JudgeParts {
  work: WorkInProgress;
  /** Reports what is checked next, before the check starts. */
  setUnderWay(next: UnderWay): void;
  plans: PlanFold;
  checker: RecordChecker;
  rows: JudgedRows;
  filter: FilterFold;
  coverage: CoverageFold;
  list: JudgedList;
}

/** The current record, or the number of the current question. */
type UnderWay = {id: string | null; question?: number};

/** Each part has its own state; this connects them. */
export function createJudgeParts(deps: JudgeDependencies): JudgeParts {
  const {log, send, now, pause} = deps;
  const fail = (error: unknown) => send({type: 'failure', reason: toErrorMessage(error)});
  let underWay: UnderWay = {id: null};
  const setUnderWay = (next: UnderWay) => {
    underWay = next;
    send({type: 'under-way', ...next});
  };
  const work = createWorkInProgress(fail);
  const rows = createJudgedRows(now);
  const plans = createPlanFold({
    ...deps.planSource,
    now,
    onProgress: (part) => send({type: 'under-way', ...underWay, ...(part && {part})}),
    onStates: (states) => send({type: 'plans', plans: states}),
  });
  const checker = createRecordChecker({
    checks: deps,
    plans,
    onCheck: (id) => setUnderWay({id}),
    onFailure: fail,
    pause,
  });
  const filter = createFilterFold({
    entries: () => rows.all().map(({entry}) => entry),
    tell: (matches) => send({type: 'matches', ...matches}),
    now,
    pause,
  });
  const coverage = createCoverageFold({
    log,
    ids: () => rows.all().map(({id}) => id),
    stateOf: rows.get,
    check: checker.check,
    planOf: plans.planOf,
    send: (news) => send({type: 'coverage', news}),
    now,
    pause,
  });
  const onIdle = () => setUnderWay({id: null});
  const list = createJudgedList({log, rows, checker, filter, coverage, work, send, onIdle, now, pause});
  return {work, setUnderWay, plans, checker, rows, filter, coverage, list};
}
