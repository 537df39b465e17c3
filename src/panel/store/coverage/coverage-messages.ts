import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import type {RunBounds, SightingRef} from '../../../domain/plans/coverage/sighting';
import type {Expectation} from '../../../domain/plans/expectations/expectation';
import type {JudgedExpectation} from '../../../domain/plans/expectations/judge-run';
import type {PlanFile} from '../../../domain/plans/read-plan';
import type {Plan} from '../../../domain/plans/tracking-plan';
import type {Issue} from '../../../domain/verdict/issue';

/** The data that the coverage view needs. */
export interface CoverageQuery {
  /** `Plan.id`; null: all events, by their names. */
  plan: string | null;
  run: RunBounds;
  expectations: readonly Expectation[];
}

/** The changes since the last message; only sent while coverage is open. */
export interface CoverageNews {
  /** These are all rows, which replace the previous ones. */
  isWhole: boolean;
  /** The plan that they belong to; null: none, or one that was removed. */
  plan: string | null;
  rows: readonly CoverageRow[];
  gone: readonly string[];
  /** The rest follows in further messages: only the last of them is shown. */
  hasMore: boolean;
  /** How many of the requests are counted; equal if all are. */
  counted: number;
  total: number;
  /** Requests of a known endpoint whose body could not be read. */
  unreadable: number;
  /** Events whose names have no row. */
  unlisted: number;
  expectations: readonly JudgedExpectation[];
}

/** The details of a row. */
export interface RowDetail {
  /** The plan's description of the rule; '' if there is none. */
  description: string;
  properties: readonly PropertyCoverage[];
  /** Faulty ones first, the newest before the others. */
  events: readonly SightingRef[];
}

/** The maximum number that is read for a report. */
export const MAX_RUN_ISSUES = 2_000;

/** An error or warning of the run, with the name of its event. */
export interface RunIssue {
  issue: Issue;
  name: string | null;
  /** The ID of the row that its event belongs to. */
  row: string | null;
}

/** A plan drafted from captured events, which the user has not reviewed yet. */
export interface DraftedPlan {
  file: PlanFile;
  /** Names of its new events. */
  names: readonly string[];
}

/** The result of reading a draft of a plan: the parts to store, or why it is not a plan. */
export type ReadDraft =
  | ({ok: true; problems: readonly string[]; rules: number} & Pick<
      Plan,
      'id' | 'title' | 'revision' | 'expectations'
    >)
  | {ok: false; message: string};
