import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Selected} from './detail/selected';
import {type GoldenComparison, toMarks} from './golden/golden-comparison';
import type {Row} from './rows/row-index';

/** What is open next to the list or above it. */
export interface Overlays {
  /** Text pasted for a new draft, '' until it is there; null: the form is closed. */
  readonly pasting: Signal<string | null>;
  /** IDs of the requests to send again; null: the form is closed. */
  readonly resending: Signal<readonly string[] | null>;
  /** The menu that is open, of a row or of the columns. */
  readonly menu: Signal<OpenMenu | null>;
  /** The two rows that are compared; null: none. */
  readonly comparing: Signal<Comparison | null>;
  /** The list compared with a golden session; null: not compared. */
  readonly golden: Signal<GoldenComparison | null>;
  /** What differs from it, by `toMarkKey` of the row. */
  readonly goldenMarks: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Whether the help on shortcuts and filter words is shown. */
  readonly helping: Signal<boolean>;
  /**
   * Closes the forms for pasting, resending and comparing, and the golden session: only one of them is shown next to the
   * list. What differs from the golden session stays marked in the list.
   */
  closeBeside(): void;
  /** Opens a draft with a text in place of the pane next to the list. */
  paste(text: string): void;
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
  const closeBeside = () => {
    pasting.value = null;
    resending.value = null;
    comparing.value = null;
    const compared = golden.peek();
    if (compared?.isOpen) golden.value = {...compared, isOpen: false};
  };
  return {
    pasting,
    resending,
    comparing,
    menu: signal<OpenMenu | null>(null),
    golden,
    goldenMarks: computed(() => toMarks(golden.value)),
    helping: signal(false),
    closeBeside,
    paste(text) {
      closeBeside();
      pasting.value = text;
    },
  };
}
