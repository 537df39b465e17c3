import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import type {RunBounds, SightingRef} from '../../../domain/plans/coverage/sighting';
import type {Expectation} from '../../../domain/plans/expectations/expectation';
import type {JudgedExpectation} from '../../../domain/plans/expectations/judge-run';
import type {PlanFile} from '../../../domain/plans/read-plan';
import type {Plan} from '../../../domain/plans/tracking-plan';
import type {Issue} from '../../../domain/verdict/issue';

/** What the coverage view shows, and so has to receive. */
export interface CoverageQuery {
  /** `Plan.id`; null: all events, by their names. */
  plan: string | null;
  run: RunBounds;
  expectations: readonly Expectation[];
}

/** What has changed since the last time; sent only while coverage is open. */
export interface CoverageNews {
  /** These are all rows: those of before are no more. */
  isWhole: boolean;
  /** The plan that they are of; null: none, or one that is gone. */
  plan: string | null;
  rows: readonly CoverageRow[];
  gone: readonly string[];
  /** The rest follows in further news: nothing is shown before the last of them. */
  hasMore: boolean;
  /** So many requests of so many are counted; equal where all are. */
  counted: number;
  total: number;
  /** Requests of a known endpoint whose body could not be read. */
  unreadable: number;
  /** Events of names beyond those that have rows. */
  unlisted: number;
  expectations: readonly JudgedExpectation[];
}

/** What a row folds out to. */
export interface RowDetail {
  /** What the plan says of the rule; '' where it says nothing. */
  description: string;
  properties: readonly PropertyCoverage[];
  /** Faulty ones first, the newest before the others. */
  events: readonly SightingRef[];
}

/** At most so many of them are read for a report. */
export const MAX_RUN_ISSUES = 2_000;

/** An error or warning of the run, with the name of its event. */
export interface RunIssue {
  issue: Issue;
  name: string | null;
}

/** A plan drafted from events that were seen, which the user has not reviewed yet. */
export interface DraftedPlan {
  file: PlanFile;
  /** Names of the events that are new in it. */
  names: readonly string[];
}

/** What came of reading a draft of a plan: what of it is kept, or why it is none. */
export type ReadDraft =
  | ({ok: true; problems: readonly string[]; rules: number} & Pick<
      Plan,
      'id' | 'title' | 'revision' | 'expectations'
    >)
  | {ok: false; message: string};
