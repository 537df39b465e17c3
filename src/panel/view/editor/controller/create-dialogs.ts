import {type Signal, signal} from '@preact/signals';
import type {Issue} from '../../../../domain/verdict/issue';

/** The dialogs above the text. */
export interface Dialogs {
  /** Whether the plan for splitting the batch is shown. */
  readonly splitting: Signal<boolean>;
  /** The issue whose fixes are shown, or all issues; null: none. */
  readonly fixing: Signal<Issue | 'all' | null>;
  closeDialogs(): void;
}

export function createDialogs(): Dialogs {
  const splitting = signal(false);
  const fixing = signal<Issue | 'all' | null>(null);
  return {
    splitting,
    fixing,
    closeDialogs() {
      fixing.value = null;
      splitting.value = false;
    },
  };
}
