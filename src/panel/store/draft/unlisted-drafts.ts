import {computed, type ReadonlySignal} from '@preact/signals';
import type {DraftSession} from './draft-session';

export interface UnlistedDraftsOptions {
  all: ReadonlySignal<readonly DraftSession[]>;
  /** The draft that is shown as the new request. */
  pasted: ReadonlySignal<DraftSession | null>;
  /** Whether a row of the list leads to the request. Reads signals. */
  isListed(requestId: string): boolean;
}

/** The drafts that nothing else leads to: pasted ones, and edited ones whose request is no longer in the log. */
export function createUnlistedDrafts({
  all,
  pasted,
  isListed,
}: UnlistedDraftsOptions): ReadonlySignal<readonly DraftSession[]> {
  const isUnlisted = ({source, current}: DraftSession) =>
    source.value === null || (current.value.draft.dirty && !isListed(source.value.id));
  return computed(() => all.value.filter((session) => session !== pasted.value && isUnlisted(session)));
}
