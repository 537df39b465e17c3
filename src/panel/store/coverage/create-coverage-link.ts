import {type Signal, signal} from '@preact/signals';
import {createListeners} from '../../../domain/listeners';
import type {JudgeClient} from '../judge-client/judge-client';
import type {CoverageNews, CoverageQuery} from './coverage-messages';

/** What of coverage is there before its view is loaded: whether it is open, and the way to what counts. */
export interface CoverageLink {
  /** Whether the view is shown instead of the list. */
  readonly opened: Signal<boolean>;
  /** What the filter line says while it does. */
  readonly filter: Signal<string>;
  /** The event whose row is to be shown; the view takes it. */
  readonly wanted: Signal<WantedRow | null>;
  want(query: CoverageQuery | null): void;
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

export function createCoverageLink(judge: Pick<JudgeClient, 'tell'>): CoverageLink {
  const {subscribe, tell} = createListeners<CoverageNews>();
  return {
    opened: signal(false),
    filter: signal(''),
    wanted: signal(null),
    want: (query) => judge.tell({type: 'coverage', query}),
    subscribe,
    receive: tell,
  };
}
