import type {Expectation} from '../../../domain/plans/expectations/expectation';
import type {PlanFile} from '../../../domain/plans/read-plan';
import type {Settings} from '../../../domain/settings';
import type {
  CoverageNews,
  CoverageQuery,
  DraftedPlan,
  ReadDraft,
  RowDetail,
  RunIssue,
} from '../coverage/coverage-messages';
import type {InspectedRequest} from '../detail/create-detail-cache';
import type {FilterValue, ValueQuestion} from '../filter/complete/filter-value';
import type {EntryMatch, SeverityFilter} from '../filter/entry-match';
import type {FilterTerm} from '../filter/parse-filter';
import type {PackedEntry} from '../log/pack-entry';
import type {DraftQuestions} from './draft-question';

/** Messages from the panel to its judge: data that can be cloned. */
export type ToJudge =
  /** Comes first: the judge reads the whole log of the tab. */
  | ({type: 'start'} & StartOptions)
  /** These were written to the log. `canWait`: they belong to another tab, so those of this tab are read first. */
  | {type: 'committed'; ids: readonly string[]; canWait?: boolean}
  /** These were removed from the log. */
  | {type: 'removed'; ids: readonly string[]}
  /** The tab now shows a page with that URL: its workers belong to the tab. */
  | {type: 'page'; url: string}
  /** The rules have changed: everything is checked again. */
  | {type: 'settings'; settings: Settings}
  /** The data that the coverage view needs; null: it is closed. */
  | {type: 'coverage'; query: CoverageQuery | null}
  /** The user typed a filter, which replaces the previous one; null: everything matches. */
  | {type: 'filter'; filter: FilterQuery | null}
  | {type: 'ask'; number: number; question: Question}
  /** Checks whether it is alive. */
  | {type: 'ping'; number: number};

export interface StartOptions {
  tabId: number;
  settings: Settings;
  /** URLs of the pages that the tab showed. */
  pages: readonly string[];
  /** IDs of records at which a judge hung: checked after everything else. */
  suspects: readonly string[];
  /** IDs of records that must not be checked at all. */
  setAside: readonly string[];
  coverage: CoverageQuery | null;
  /** What was typed last. */
  filter: FilterQuery | null;
  /** Parts of tracking plans at which a judge hung: they are not checked. */
  planParts: readonly PlanPart[];
  /** A judge hung before: each part of a plan is reported before it runs. */
  isCareful: boolean;
}

/** A filter of the list; the number increases with each. */
export interface FilterQuery {
  number: number;
  terms: readonly FilterTerm[];
  severity: SeverityFilter;
}

/** The matches of the filter with that number: IDs of requests, and at the same indexes the matching rows. */
export interface Matches {
  number: number;
  ids: readonly string[];
  matches: readonly EntryMatch[];
}

/** A rule in one revision of a tracking plan; `rule` null: reading the plan as a whole. */
export interface PlanPart {
  plan: string;
  revision: string;
  rule: string | null;
}

/** A tracking plan that is on, in its form for the judge. */
export interface PlanState {
  id: string;
  title: string;
  revision: string;
  /** A sentence about why it checks nothing; null: it checks. */
  fault: string | null;
  rules: number;
  /** IDs of the rules that took too long and are not checked. */
  setAside: readonly string[];
  /** Sentences about faults that were only found while checking events. */
  problems: readonly string[];
  /** The data that is saved with the plan. */
  expectations: readonly Expectation[];
}

/** Each has its own answer type. */
export interface Questions extends DraftQuestions {
  /** The record with its verdict; null if it is gone. */
  read: {question: {kind: 'read'; id: string}; answer: InspectedRequest | null};
  /** The details of a row of coverage. */
  row: {question: {kind: 'row'; id: string}; answer: RowDetail};
  /** A plan for the events of rows: a new one, or with `plan` that one with the events added. */
  'draft-plan': {
    question: {kind: 'draft-plan'; plan: string | null; rows: readonly string[]};
    answer: DraftedPlan;
  };
  /** What a text contains if it is read as a plan. */
  'read-plan': {question: {kind: 'read-plan'; file: PlanFile}; answer: ReadDraft};
  /** Answered once the whole log is read and counted, and the coverage view is up to date. */
  counted: {question: {kind: 'counted'}; answer: null};
  /** The errors and warnings of the run that coverage shows. */
  issues: {question: {kind: 'issues'}; answer: RunIssue[]};
  /** Values in the log for a filter word. Null: there is a newer question. */
  'filter-values': {question: {kind: 'filter-values'} & ValueQuestion; answer: readonly FilterValue[] | null};
}

export type Question = Questions[keyof Questions]['question'];
export type AnswerTo<Kind extends Question['kind']> = Questions[Kind]['answer'];

export type FromJudge =
  /** New or changed rows in their current state, and which of them match the last applied filter. */
  | {type: 'listed'; entries: readonly PackedEntry[]; filtered?: Matches}
  /** Which of all rows match a filter. */
  | ({type: 'matches'} & Matches)
  /** These records no longer have rows. */
  | {type: 'gone'; ids: readonly string[]}
  /** The whole log has been read. */
  | {type: 'loaded'}
  | {type: 'answer'; number: number; answer: AnswerTo<Question['kind']>}
  /** A question that can't be answered. */
  | {type: 'refusal'; number: number; reason: string}
  | {type: 'pong'; number: number; idle: boolean}
  /**
   * The work that it starts next, reported before, so that the panel knows where it hangs. `id`: a record, null for
   * none; `question`: the number of a slow one; `part`: the part of a plan that runs.
   */
  | {type: 'under-way'; id: string | null; question?: number; part?: PlanPart}
  | {type: 'coverage'; news: CoverageNews}
  /** The tracking plans that are on; sent first if there is one, and after each change. */
  | {type: 'plans'; plans: readonly PlanState[]}
  /** An error to show to the user. */
  | {type: 'failure'; reason: string};
