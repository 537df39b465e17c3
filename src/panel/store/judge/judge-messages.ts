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
  /** These were written to the log, or removed from it. */
  | {type: 'committed' | 'removed'; ids: readonly string[]}
  /** The tab shows a page of that URL now: its workers belong here. */
  | {type: 'page'; url: string}
  /** Other rules give other verdicts: everything is judged again. */
  | {type: 'settings'; settings: Settings}
  /** What the coverage view shows; null: it is closed. */
  | {type: 'coverage'; query: CoverageQuery | null}
  /** The user typed a filter, which replaces the one before; null: everything passes. */
  | {type: 'filter'; filter: FilterQuery | null}
  | {type: 'ask'; number: number; question: Question}
  /** Is it alive? */
  | {type: 'ping'; number: number};

export interface StartOptions {
  tabId: number;
  settings: Settings;
  /** URLs of the pages that the tab showed. */
  pages: readonly string[];
  /** Ids of records at which a judge hung: to be judged when all else is done. */
  suspects: readonly string[];
  /** Ids of records that are not to be judged at all. */
  setAside: readonly string[];
  coverage: CoverageQuery | null;
  /** What was typed last. */
  filter: FilterQuery | null;
  /** Parts of tracking plans at which a judge hung: they check nothing. */
  planParts: readonly PlanPart[];
  /** A judge hung before: each part of a plan is named before it runs. */
  isCareful: boolean;
}

/** A filter of the list, by a number that rises with each. */
export interface FilterQuery {
  number: number;
  terms: readonly FilterTerm[];
  severity: SeverityFilter;
}

/** What passes the filter of that number: ids of requests, and at the same places which of their rows. */
export interface Matches {
  number: number;
  ids: readonly string[];
  matches: readonly EntryMatch[];
}

/** A rule of a tracking plan in one revision of it; `rule` null: the reading of the plan as a whole. */
export interface PlanPart {
  plan: string;
  revision: string;
  rule: string | null;
}

/** A tracking plan that is on, as the judge has it. */
export interface PlanState {
  id: string;
  title: string;
  revision: string;
  /** Why it checks nothing, in a sentence; null: it checks. */
  fault: string | null;
  rules: number;
  /** Ids of the rules that took too long and check nothing. */
  setAside: readonly string[];
  /** Sentences on faults that only showed on events. */
  problems: readonly string[];
  /** What is saved with the plan. */
  expectations: readonly Expectation[];
}

/** Each has an answer of its own. */
export interface Questions extends DraftQuestions {
  /** The record with its verdict; null if it is gone. */
  read: {question: {kind: 'read'; id: string}; answer: InspectedRequest | null};
  /** What is below a row of coverage. */
  row: {question: {kind: 'row'; id: string}; answer: RowDetail};
  /** A plan of the events of rows: a first one, or with `plan` that one and them. */
  'draft-plan': {
    question: {kind: 'draft-plan'; plan: string | null; rows: readonly string[]};
    answer: DraftedPlan;
  };
  /** What a text is, as a plan. */
  'read-plan': {question: {kind: 'read-plan'; file: PlanFile}; answer: ReadDraft};
  /** Answered once the whole log is read and counted, and coverage was told. */
  counted: {question: {kind: 'counted'}; answer: null};
  /** The errors and warnings of the run that coverage shows. */
  issues: {question: {kind: 'issues'}; answer: RunIssue[]};
  /** Values in the log that a filter word could name. Null: a newer question came meanwhile. */
  'filter-values': {question: {kind: 'filter-values'} & ValueQuestion; answer: readonly FilterValue[] | null};
}

export type Question = Questions[keyof Questions]['question'];
export type AnswerTo<Kind extends Question['kind']> = Questions[Kind]['answer'];

export type FromJudge =
  /** New or changed rows, each as it is now, and which of them pass the filter that was answered last. */
  | {type: 'listed'; entries: readonly PackedEntry[]; filtered?: Matches}
  /** Which of all rows pass a filter. */
  | ({type: 'matches'} & Matches)
  /** They are no longer rows. */
  | {type: 'gone'; ids: readonly string[]}
  /** The whole log has been read. */
  | {type: 'loaded'}
  | {type: 'answer'; number: number; answer: AnswerTo<Question['kind']>}
  /** A question that can't be answered. */
  | {type: 'refusal'; number: number; reason: string}
  | {type: 'pong'; number: number; idle: boolean}
  /**
   * What it does next, sent before it starts, so that the panel knows where it hangs. `id`: a record, null for none;
   * `question`: the number of one that takes longer; `part`: the part of a plan that runs.
   */
  | {type: 'under-way'; id: string | null; question?: number; part?: PlanPart}
  | {type: 'coverage'; news: CoverageNews}
  /** The tracking plans that are on; said first when there is one, and whenever that changes. */
  | {type: 'plans'; plans: readonly PlanState[]}
  /** An error to show to the user. */
  | {type: 'failure'; reason: string};
