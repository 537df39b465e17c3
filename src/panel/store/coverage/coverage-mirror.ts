import {batch, type ReadonlySignal, signal} from '@preact/signals';
import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {JudgedExpectation} from '../../../domain/plans/expectations/judge-run';
import type {CoverageNews} from './coverage-messages';

/** How far the counting is, and what it could not count. */
export type CoverageState = Pick<CoverageNews, 'counted' | 'total' | 'unreadable' | 'unlisted' | 'plan'>;

/** The rows as the judge told them last. */
export interface CoverageMirror {
  readonly rows: ReadonlySignal<ReadonlyMap<string, CoverageRow>>;
  /** Null until it is told. */
  readonly state: ReadonlySignal<CoverageState | null>;
  readonly expectations: ReadonlySignal<readonly JudgedExpectation[]>;
  receive(news: CoverageNews): void;
}

export function createCoverageMirror(): CoverageMirror {
  const rows = signal<ReadonlyMap<string, CoverageRow>>(new Map());
  const state = signal<CoverageState | null>(null);
  const expectations = signal<readonly JudgedExpectation[]>([]);
  return {
    rows,
    state,
    expectations,
    receive({isWhole, rows: changed, gone, expectations: judged, ...rest}) {
      batch(() => {
        if (isWhole || changed.length > 0 || gone.length > 0) {
          const next = new Map(isWhole ? [] : rows.peek());
          for (const id of gone) next.delete(id);
          for (const row of changed) next.set(row.id, row);
          rows.value = next;
        }
        const {plan, counted, total, unreadable, unlisted} = rest;
        state.value = {plan, counted, total, unreadable, unlisted};
        expectations.value = judged;
      });
    },
  };
}
