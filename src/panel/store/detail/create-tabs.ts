import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {FixCode} from '../../../domain/edit/fixes/fix-code';
import type {Selection} from './create-selection';

export const tabIds = ['event', 'issues', 'request', 'response', 'replays', 'edit'] as const;
export type TabId = (typeof tabIds)[number];

/** What the user asked the editor to do; it takes it with `takePendingEdit` when it is shown. */
export interface PendingEdit {
  requestId: string;
  /** null: the request as a whole. */
  event: number | null;
  pointer: string;
  /** The quick fix to preview; null: only go there. */
  fix: FixCode | null;
}

/** A field of an event, by its JSON Pointer. */
export interface FieldTarget {
  id: string;
  event: number;
  pointer: string;
}

export interface Tabs {
  readonly current: ReadonlySignal<TabId>;
  /** The field that the event tab goes to, once: it takes it with `takeTarget` when it shows that event. */
  readonly target: ReadonlySignal<FieldTarget | null>;
  readonly pendingEdit: ReadonlySignal<PendingEdit | null>;
  show(tab: TabId): void;
  /** Selects an event and goes to one of its fields. */
  goToField(id: string, event: number, pointer: string): void;
  takeTarget(): void;
  openEditor(pending: PendingEdit): void;
  /** Takes the pending edit, once. */
  takePendingEdit(): PendingEdit | null;
}

/** The editor belongs to the request it was opened for: for another request, the tab that was open before is shown. */
export function createTabs(selection: Pick<Selection, 'selected' | 'select' | 'open'>): Tabs {
  const reading = signal<Exclude<TabId, 'edit'>>('event');
  const editedId = signal<string | null>(null);
  const current = computed<TabId>(() => {
    const id = selection.selected.value?.id;
    return id !== undefined && id === editedId.value ? 'edit' : reading.value;
  });
  const target = signal<FieldTarget | null>(null);
  const pendingEdit = signal<PendingEdit | null>(null);
  return {
    current,
    target,
    pendingEdit,
    show(tab) {
      editedId.value = tab === 'edit' ? (selection.selected.peek()?.id ?? null) : null;
      if (tab !== 'edit') reading.value = tab;
    },
    goToField(id, event, pointer) {
      selection.select({id, event});
      selection.open();
      editedId.value = null;
      reading.value = 'event';
      target.value = {id, event, pointer};
    },
    takeTarget() {
      target.value = null;
    },
    openEditor(pending) {
      pendingEdit.value = pending;
      editedId.value = pending.requestId;
    },
    takePendingEdit() {
      const pending = pendingEdit.peek();
      pendingEdit.value = null;
      return pending;
    },
  };
}
