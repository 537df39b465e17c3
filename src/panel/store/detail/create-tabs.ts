import {type ReadonlySignal, signal} from '@preact/signals';
import type {FixCode} from '../../../domain/edit/fixes/fix-code';
import type {Selection} from './create-selection';

export const tabIds = ['event', 'issues', 'request', 'response', 'replays', 'edit'] as const;
export type TabId = (typeof tabIds)[number];

/** What somebody asked the editor to do; it takes it with `takeEditWish` when it is shown. */
export interface EditWish {
  requestId: string;
  /** null: the request as a whole. */
  event: number | null;
  pointer: string;
  /** The quick fix to preview; null: just go there. */
  fix: FixCode | null;
}

export interface Tabs {
  readonly current: ReadonlySignal<TabId>;
  /** JSON Pointer of the field that the event tab shall bring into view. */
  readonly target: ReadonlySignal<{pointer: string} | null>;
  readonly editWish: ReadonlySignal<EditWish | null>;
  show(tab: TabId): void;
  /** Selects an event and goes to one of its fields. */
  goToField(id: string, event: number, pointer: string): void;
  openEditor(wish: EditWish): void;
  /** Hands the wish over, once. */
  takeEditWish(): EditWish | null;
}

export function createTabs(selection: Selection): Tabs {
  const current = signal<TabId>('event');
  const target = signal<{pointer: string} | null>(null);
  const editWish = signal<EditWish | null>(null);
  return {
    current,
    target,
    editWish,
    show(tab) {
      current.value = tab;
    },
    goToField(id, event, pointer) {
      selection.select({id, event});
      selection.open();
      current.value = 'event';
      target.value = {pointer};
    },
    openEditor(wish) {
      editWish.value = wish;
      current.value = 'edit';
    },
    takeEditWish() {
      const wish = editWish.peek();
      editWish.value = null;
      return wish;
    },
  };
}
