import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Selected} from './detail/selected';
import {type GoldenComparison, toMarks} from './golden/golden-comparison';
import type {Row} from './rows/row-index';

/** What is open beside the list or over it. */
export interface Overlays {
  /** The text that somebody pastes to make a draft of, '' until it is there; null: nobody does. */
  readonly pasting: Signal<string | null>;
  /** Ids of the requests that somebody wants to send again; null: nobody does. */
  readonly resending: Signal<readonly string[] | null>;
  /** The menu that is open, of a row or of the columns. */
  readonly menu: Signal<OpenMenu | null>;
  /** Two rows that somebody compares; null: nobody does. */
  readonly comparing: Signal<Comparison | null>;
  /** The list held against a golden session; null: nobody wants that. */
  readonly golden: Signal<GoldenComparison | null>;
  /** What differs from it, by `toMarkKey` of the row. */
  readonly goldenMarks: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Whether the shortcuts and filter words are shown. */
  readonly helping: Signal<boolean>;
  /** Closes what is pasted, sent again or compared: only one of them stands beside the list. */
  closeBeside(): void;
}

/** It opens at `x` and `y` of the window. */
export type OpenMenu = {x: number; y: number} & (
  | {kind: 'row'; row: Row}
  | {kind: 'columns'; listWidth: number}
);

export interface Comparison {
  first: Selected;
  second: Selected;
}

export function createOverlays(): Overlays {
  const golden = signal<GoldenComparison | null>(null);
  const pasting = signal<string | null>(null);
  const resending = signal<readonly string[] | null>(null);
  const comparing = signal<Comparison | null>(null);
  return {
    pasting,
    resending,
    comparing,
    menu: signal<OpenMenu | null>(null),
    golden,
    goldenMarks: computed(() => toMarks(golden.value)),
    helping: signal(false),
    closeBeside() {
      pasting.value = null;
      resending.value = null;
      comparing.value = null;
    },
  };
}
