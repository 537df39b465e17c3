import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {markEvents} from '../../../domain/edit/batch/mark-events';
import {type Draft, openDraft, startEditing, withText} from '../../../domain/edit/draft';
import {applyEdits} from '../../../domain/json/edit/edit-text';
import type {TargetCredential} from '../../../domain/replay/headers/target-credential';
import type {TestProperty} from '../../../domain/replay/marking/test-property';
import {planReplay, type ReplayPlan} from '../../../domain/replay/plan-replay';
import type {Settings} from '../../../domain/settings';
import {findTestMark} from '../draft/check/find-test-mark';
import {toDraftAddress} from '../draft/draft-address';
import type {DraftChoices} from '../draft/draft-choices';
import {toEventContext} from '../draft/event-context';

/** The options for resending many requests: the same for all of them. */
export type ResendChoices = Pick<
  DraftChoices,
  'way' | 'target' | 'credentials' | 'cookies' | 'followRedirects' | 'timeoutSeconds'
>;

export interface ResendContext {
  id: string;
  marker: string;
  /** The current time, in milliseconds since the epoch. */
  startedAt: number;
  settings: Settings;
  isPermitted?: (url: string) => boolean | null;
  /** Credentials that the user gave for the target. */
  targetCredentials?: readonly TargetCredential[];
}

/**
 * A captured request as its unchanged draft would be sent: the original's bytes, except for the test mark that the
 * target requires. The notes are for the user.
 */
export function planResend(
  source: CapturedRequest,
  choices: ResendChoices,
  {settings, ...context}: ResendContext,
): ReplayPlan {
  const {target, ...how} = choices;
  const goesTo = toDraftAddress({source, address: null, target});
  if (!goesTo.ok) return goesTo;
  const {header, property} = findTestMark(target, settings);
  const url = goesTo.options.url ?? source.url;
  const opened = openDraft(source);
  const {draft, notes} =
    property === null || opened.original.state === 'unavailable'
      ? {draft: opened, notes: []}
      : markDraft(opened, property, toEventContext([url, source.url], settings));
  const plan = planReplay({source, draft, options: {...context, ...how, ...goesTo.options, mark: header}});
  const told = header === null ? [] : [`The target’s test header is added, ${header.name}: ${header.value}.`];
  return plan.ok ? {...plan, notes: [...plan.notes, ...told, ...notes]} : plan;
}

function markDraft(
  opened: Draft,
  property: TestProperty,
  context: ReturnType<typeof toEventContext>,
): {draft: Draft; notes: readonly string[]} {
  const started = startEditing(opened);
  const text = started.text ?? '';
  const marks = markEvents(text, property, context);
  if (marks === null) {
    return {draft: opened, notes: ['The test property cannot be added: the text is not valid JSON.']};
  }
  const unmarked =
    marks.unmarked === 0
      ? []
      : ['The test property cannot be added to an event that does not have an object for it.'];
  if (marks.edits.length === 0) return {draft: opened, notes: unmarked};
  const marked = `The target’s test property is added to each event, "${property.name}": ${property.text}.`;
  return {
    draft: withText(started, applyEdits(text, marks.edits)),
    notes: [marked, ...started.warnings, ...unmarked],
  };
}
