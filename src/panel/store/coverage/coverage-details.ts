import {effect, type ReadonlySignal, signal} from '@preact/signals';
import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {RowDetail} from './coverage-messages';
import {withOrWithout} from './with-or-without';

export interface CoverageDetailsOptions {
  rows: ReadonlySignal<ReadonlyMap<string, CoverageRow>>;
  ask(id: string): Promise<RowDetail>;
  onFailure(error: unknown): void;
}

/** The expanded rows, and the details below them. */
export interface CoverageDetails {
  readonly open: ReadonlySignal<ReadonlySet<string>>;
  readonly details: ReadonlySignal<ReadonlyMap<string, RowDetail>>;
  setOpen(id: string, isOpen: boolean): void;
  /**
   * Requests the details of expanded rows again when a row changes, one request at a time per row; returns a function
   * that stops this.
   */
  follow(): () => void;
}

export function createCoverageDetails({rows, ask, onFailure}: CoverageDetailsOptions): CoverageDetails {
  const open = signal<ReadonlySet<string>>(new Set());
  const details = signal<ReadonlyMap<string, RowDetail>>(new Map());
  /** The row that each detail belongs to. */
  const read = new Map<string, CoverageRow>();
  const asking = new Set<string>();
  const answered = signal(0);

  async function readOne(id: string, row: CoverageRow): Promise<void> {
    asking.add(id);
    try {
      const detail = await ask(id);
      if (open.peek().has(id)) details.value = new Map(details.peek()).set(id, detail);
    } catch (error) {
      onFailure(error);
    } finally {
      read.set(id, row);
      asking.delete(id);
      answered.value++;
    }
  }

  return {
    open,
    details,
    setOpen(id, isOpen) {
      open.value = withOrWithout(open.peek(), id, isOpen);
      if (isOpen) return;
      read.delete(id);
      const left = new Map(details.peek());
      left.delete(id);
      details.value = left;
    },
    follow() {
      read.clear();
      return effect(() => {
        void answered.value;
        for (const id of open.value) {
          const row = rows.value.get(id);
          if (row && !asking.has(id) && read.get(id) !== row) void readOne(id, row);
        }
      });
    },
  };
}
