import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {RowIndex} from '../rows/row-index';
import {findEnd, findMoved} from './find-row';
import {isSameRow, type Selected} from './selected';

export interface Selection {
  readonly selected: ReadonlySignal<Selected | null>;
  /** Whether the detail pane is open: arrows move the selection, Enter opens, Escape closes. */
  readonly opened: ReadonlySignal<boolean>;
  /** The row that the selected one is compared with; null: none, or it is no longer in the list. */
  readonly marked: ReadonlySignal<Selected | null>;
  mark(row: Selected | null): void;
  /** Selects a second row to compare with the selected one, which becomes the marked one; or deselects it. */
  toggle(row: Selected): void;
  select(selected: Selected): void;
  open(): void;
  close(): void;
  clear(): void;
  /** Moves by rows, clamped to the list; skips headings of visits. */
  moveBy(rows: number): void;
  /** To the first or the last row. */
  moveToEnd(end: 'first' | 'last'): void;
}

interface SelectionOptions {
  rows: ReadonlySignal<RowIndex>;
  /** Runs its argument when the rows that the user is waiting for are listed. */
  whenListed(run: () => void): void;
  /** Whether the request is in the list, filtered out or not. Reads signals. */
  isListed(id: string): boolean;
}

export function createSelection({rows, whenListed, isListed}: SelectionOptions): Selection {
  let moving = 0;
  const selected = signal<Selected | null>(null);
  const opened = signal(false);
  const chosen = signal<Selected | null>(null);
  const marked = computed(() => (chosen.value && isListed(chosen.value.id) ? chosen.value : null));

  function move(step: (rows: RowIndex, from: Selected | null) => Selected | null): void {
    moving++;
    whenListed(() => {
      moving--;
      selected.value = step(rows.peek(), selected.peek()) ?? selected.peek();
    });
  }

  function open(): void {
    opened.value = selected.peek() !== null;
  }

  return {
    selected,
    opened,
    marked,
    mark(row) {
      chosen.value = row;
    },
    toggle(row) {
      const now = selected.peek();
      if (isSameRow(row, marked.peek())) chosen.value = null;
      else if (!isSameRow(row, now)) {
        chosen.value = now;
        selected.value = row;
      } else if (marked.peek() !== null) {
        selected.value = marked.peek();
        chosen.value = null;
      }
    },
    select(wanted) {
      selected.value = wanted;
    },
    open() {
      if (moving > 0) whenListed(open);
      else open();
    },
    close() {
      opened.value = false;
    },
    clear() {
      selected.value = null;
      opened.value = false;
    },
    moveBy: (count) => move((index, from) => findMoved(index, from, count)),
    moveToEnd: (end) => move((index) => findEnd(index, end)),
  };
}
