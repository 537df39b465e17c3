import {computed, type ReadonlySignal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {selectEvents} from '../../../domain/edit/batch/select-events';
import {type Draft, withText} from '../../../domain/edit/draft';
import {planReplay, type ReplayPlan} from '../../../domain/replay/plan-replay';
import type {DraftChecker} from './check/draft-checker';
import {createDraftTestMark, type DraftTestMark} from './check/draft-test-mark';
import {findTestMark} from './check/find-test-mark';
import {toDraftAddress} from './draft-address';
import type {DraftChoices} from './draft-choices';
import type {DraftDependencies} from './draft-dependencies';
import {explainEmpty, selectIndexes} from './draft-selection';

/** The data that would be sent for a draft, and how. */
export interface DraftSending {
  /** The events that would be sent, by index; null: all of them. */
  readonly selected: ReadonlySignal<readonly number[] | null>;
  /** The test mark that the chosen target requires in every event; null: none. */
  readonly testMark: ReadonlySignal<DraftTestMark | null>;
  /** The whole batch as it would be sent: the editor's text, with the test mark of the target. */
  readonly sentText: ReadonlySignal<string>;
  /** The plan of the request, header by header. */
  readonly plan: ReadonlySignal<ReplayPlan>;
  /** Number of bytes that would be sent; null: there are none. */
  readonly bytes: ReadonlySignal<number | null>;
  /** The whole batch, or its selected events, byte for byte, as a record with a new ID and marker. */
  planSelected(newId?: () => string): ReplayPlan;
}

/** The state of a draft besides its text. */
export interface DraftState {
  readonly source: ReadonlySignal<CapturedRequest | null>;
  readonly choices: ReadonlySignal<DraftChoices>;
}

const stillChecked = 'The draft is still being checked for events with errors.';

export function createDraftSending(
  deps: DraftDependencies,
  state: DraftState & {readonly event: ReadonlySignal<number | null>},
  {current, checked, stale}: Pick<DraftChecker, 'current' | 'checked' | 'stale'>,
): DraftSending {
  const {choices} = state;
  const testMark = createDraftTestMark({...state, current, settings: deps.settings.value});
  const sentText = computed(() => testMark.value?.text ?? current.value.text);
  const selected = computed(() => {
    const {issues} = checked.value.inspection;
    return selectIndexes(choices.value.selection, {...current.value, issues}, state.event.value);
  });

  function planSelected(newId?: () => string): ReplayPlan {
    const {draft, text} = current.value;
    const {selection} = choices.value;
    const whole = sentText.value;
    const toPlan = (next: Draft) => planDraft(deps, state, next, newId);
    if (selected.value === null) return toPlan(whole === text ? draft : withText(draft, whole));
    if (selection === 'faulty' && stale.value) return {ok: false, reason: stillChecked};
    const chosen = selectEvents(whole, selected.value);
    return chosen === null ? {ok: false, reason: explainEmpty(selection)} : toPlan(withText(draft, chosen));
  }

  const plan = computed(() => planSelected());
  const bytes = computed(() => (plan.value.ok ? countBody(plan.value.record) : null));
  return {selected, testMark, sentText, plan, bytes, planSelected};
}

/**
 * Plans the record to send for a text, with the chosen target and options.
 * @param newId without it, the record cannot be sent
 */
export function planDraft(
  deps: DraftDependencies,
  state: DraftState,
  draft: Draft,
  newId = () => 'draft',
): ReplayPlan {
  const {target, selection: _, address, ...how} = state.choices.value;
  const source = state.source.value;
  const goesTo = toDraftAddress({source, address, target});
  if (!goesTo.ok) return goesTo;
  const {tabId, access} = deps;
  const options = {
    ...{id: newId(), marker: newId(), ...how, tabId},
    startedAt: deps.now(),
    mark: findTestMark(target, deps.settings.value.value).header,
    home: address?.home ?? null,
    targetCredentials: deps.credentials?.of(target) ?? [],
    ...goesTo.options,
    ...(access && {isPermitted: access.isGranted}),
  };
  return planReplay({source, draft, options});
}

function countBody({body}: CapturedRequest): number {
  return body.kind === 'bytes' ? body.bytes.length : 0;
}
