import {type Signal, signal} from '@preact/signals';
import {createListeners} from '../../../domain/listeners';
import type {JudgeClient} from '../judge-client/judge-client';
import type {CoverageNews, CoverageQuery} from './coverage-messages';

/**
 * The part of coverage that exists before its view is loaded: whether it is open, and the connection to the judge,
 * which counts.
 */
export interface CoverageLink {
  /** Whether the view is shown instead of the list. */
  readonly opened: Signal<boolean>;
  /** The text of the filter while the view is shown. */
  readonly filter: Signal<string>;
  /** The event whose row should be shown; the view clears it. */
  readonly wanted: Signal<WantedRow | null>;
  want(query: CoverageQuery | null): void;
  /** Returns a function that removes the listener. */
  subscribe(listener: (news: CoverageNews) => void): () => void;
  receive(news: CoverageNews): void;
}

/** Identifies the row of an event. */
export interface WantedRow {
  type: string | null;
  name: string | null;
  /** The event should be added to the plan. */
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
