import {batch, type ReadonlySignal, signal} from '@preact/signals';
import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {JudgedExpectation} from '../../../domain/plans/expectations/judge-run';
import {prepareRow} from './arrange-rows';
import type {CoverageNews} from './coverage-messages';

/** Progress of the counting, and what could not be counted. */
export type CoverageState = Pick<CoverageNews, 'counted' | 'total' | 'unreadable' | 'unlisted' | 'plan'>;

/** The rows as the judge last sent them. */
export interface CoverageMirror {
  readonly rows: ReadonlySignal<ReadonlyMap<string, CoverageRow>>;
  /** Null until the first message. */
  readonly state: ReadonlySignal<CoverageState | null>;
  readonly expectations: ReadonlySignal<readonly JudgedExpectation[]>;
  receive(news: CoverageNews): void;
}

export function createCoverageMirror(): CoverageMirror {
  const rows = signal<ReadonlyMap<string, CoverageRow>>(new Map());
  const state = signal<CoverageState | null>(null);
  const expectations = signal<readonly JudgedExpectation[]>([]);
  /** Rows of messages whose last part has not arrived yet. */
  let coming: Map<string, CoverageRow> | null = null;
  return {
    rows,
    state,
    expectations,
    receive({isWhole, rows: changed, gone, hasMore, expectations: judged, ...rest}) {
      if (isWhole) coming = new Map();
      else if (changed.length > 0 || gone.length > 0) coming ??= new Map(rows.peek());
      for (const id of gone) coming?.delete(id);
      for (const row of changed) {
        coming?.set(row.id, row);
        prepareRow(row);
      }
      if (hasMore) return;
      batch(() => {
        if (coming) rows.value = coming;
        coming = null;
        const {plan, counted, total, unreadable, unlisted} = rest;
        state.value = {plan, counted, total, unreadable, unlisted};
        expectations.value = judged;
      });
    },
  };
}
