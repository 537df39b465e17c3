import {type Signal, signal} from '@preact/signals';
import type {JudgeClient} from '../judge-client/judge-client';
import type {CoverageNews, CoverageQuery, RowDetail, RunIssue} from './coverage-messages';

/** What of coverage is there before its view is loaded: whether it is open, and the way to what counts. */
export interface CoverageLink {
  /** Whether the view stands in the place of the list. */
  readonly opened: Signal<boolean>;
  /** What the filter line says while it does. */
  readonly filter: Signal<string>;
  /** The event whose row is to be shown; the view takes it. */
  readonly wanted: Signal<{type: string | null; name: string | null} | null>;
  want(query: CoverageQuery | null): void;
  row(id: string): Promise<RowDetail>;
  issues(): Promise<RunIssue[]>;
  /** Returns the remover. */
  subscribe(listener: (news: CoverageNews) => void): () => void;
  receive(news: CoverageNews): void;
}

export function createCoverageLink(judge: Pick<JudgeClient, 'tell' | 'ask'>): CoverageLink {
  const listeners = new Set<(news: CoverageNews) => void>();
  return {
    opened: signal(false),
    filter: signal(''),
    wanted: signal(null),
    want: (query) => judge.tell({type: 'coverage', query}),
    row: (id) => judge.ask({kind: 'row', id}),
    issues: () => judge.ask({kind: 'issues'}),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive(news) {
      for (const listener of listeners) listener(news);
    },
  };
}
