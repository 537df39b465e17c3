import {type Signal, signal} from '@preact/signals';
import {createListeners} from '../../../domain/listeners';
import type {PlanFile} from '../../../domain/plans/read-plan';
import type {JudgeClient} from '../judge-client/judge-client';
import type {
  CoverageNews,
  CoverageQuery,
  DraftedPlan,
  ReadDraft,
  RowDetail,
  RunIssue,
} from './coverage-messages';

/** What of coverage is there before its view is loaded: whether it is open, and the way to what counts. */
export interface CoverageLink {
  /** Whether the view is shown instead of the list. */
  readonly opened: Signal<boolean>;
  /** What the filter line says while it does. */
  readonly filter: Signal<string>;
  /** The event whose row is to be shown; the view takes it. */
  readonly wanted: Signal<WantedRow | null>;
  want(query: CoverageQuery | null): void;
  row(id: string): Promise<RowDetail>;
  /** Resolves when the whole log is counted, and its rows were received. */
  whenCounted(): Promise<null>;
  issues(): Promise<RunIssue[]>;
  draftPlan(plan: string | null, rows: readonly string[]): Promise<DraftedPlan>;
  readPlan(file: PlanFile): Promise<ReadDraft>;
  /** Returns the remover. */
  subscribe(listener: (news: CoverageNews) => void): () => void;
  receive(news: CoverageNews): void;
}

/** The row of an event. */
export interface WantedRow {
  type: string | null;
  name: string | null;
  /** Its event is to be added to the plan. */
  isToAdd?: boolean;
}

export function createCoverageLink(judge: Pick<JudgeClient, 'tell' | 'ask'>): CoverageLink {
  const {subscribe, tell} = createListeners<[CoverageNews]>();
  return {
    opened: signal(false),
    filter: signal(''),
    wanted: signal(null),
    want: (query) => judge.tell({type: 'coverage', query}),
    row: (id) => judge.ask({kind: 'row', id}),
    whenCounted: () => judge.ask({kind: 'counted'}),
    issues: () => judge.ask({kind: 'issues'}),
    draftPlan: (plan, rows) => judge.ask({kind: 'draft-plan', plan, rows}),
    readPlan: (file) => judge.ask({kind: 'read-plan', file}),
    subscribe,
    receive: tell,
  };
}
