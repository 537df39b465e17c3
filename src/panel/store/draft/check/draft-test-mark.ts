import {computed, type ReadonlySignal} from '@preact/signals';
import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {type EventMarks, markEvents} from '../../../../domain/edit/batch/mark-events';
import {applyEdits} from '../../../../domain/json/edit/edit-text';
import type {TestProperty} from '../../../../domain/replay/marking/test-property';
import type {Settings} from '../../../../domain/settings';
import {toDraftAddress} from '../draft-address';
import type {DraftChoices} from '../draft-choices';
import {toEventContext} from '../event-context';
import type {DraftText} from './checked-draft';
import {findTestMark} from './find-test-mark';

/** The test property of the selected target, and its effect on the text that is sent. */
export interface DraftTestMark {
  /** Base URL of the target. */
  target: string;
  property: TestProperty;
  /** The edits that mark the editor's text; null: it can't have the mark. */
  marks: EventMarks | null;
  /** The text with its marks. */
  text: string;
}

/** Follows the text, the target and its settings; null: the target does not require a property, or none is selected. */
export function createDraftTestMark(draft: {
  source: ReadonlySignal<CapturedRequest | null>;
  choices: ReadonlySignal<DraftChoices>;
  current: ReadonlySignal<DraftText>;
  settings: ReadonlySignal<Settings>;
}): ReadonlySignal<DraftTestMark | null> {
  return computed(() => {
    const {target, address} = draft.choices.value;
    const settings = draft.settings.value;
    const {property} = findTestMark(target, settings);
    if (target === null || property === null) return null;
    const source = draft.source.value;
    const goesTo = toDraftAddress({source, address, target});
    const url = (goesTo.ok && goesTo.options.url) || target;
    const context = toEventContext([url, source?.url ?? url], settings);
    const {text} = draft.current.value;
    const marks = markEvents(text, property, context);
    return {target, property, marks, text: marks ? applyEdits(text, marks.edits) : text};
  });
}
