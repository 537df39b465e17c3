import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {toOrigin} from '../../../domain/parse-url';
import {hasMaskedBody} from '../../../domain/replay/has-masked-body';
import {findLostCredentials} from '../../../domain/replay/headers/find-lost-credentials';
import {toPageOrigin} from '../../../domain/replay/page-origin';
import type {ReplayPlan} from '../../../domain/replay/plan-replay';
import type {ResendChoices} from './plan-resend';
import type {SurveyedRequest} from './resend-survey';

/** The list's data of a request to resend. */
export interface ListedRequest {
  events: number;
  /** Its events could be read. */
  decoded: boolean;
  /** It is a replay of a request that is also resent. */
  isRepeated: boolean;
}

/** Whether this plan can be carried out, and notes on it. `known`: the credentials that still exist. */
export function surveyRequest(input: {
  source: CapturedRequest;
  listed: ListedRequest;
  plan: ReplayPlan;
  choices: Pick<ResendChoices, 'way' | 'credentials'>;
  known: ReadonlyMap<string, string>;
}): SurveyedRequest {
  const {source, listed, plan, choices, known} = input;
  const hasPage = source.origin.tabId !== null && toPageOrigin(source) !== null;
  const about = {id: source.id, events: listed.events, hasPage};
  const refuse = (reason: string): SurveyedRequest => ({...about, url: null, reason, notes: []});
  if (listed.isRepeated) return refuse('It is a replay of a request that is also listed.');
  if (!plan.ok) return refuse(plan.reason);
  if (choices.way === 'page' && !hasPage)
    return refuse('It did not come from a page, so it cannot be sent as one.');
  const lost = findLostCredentials(
    plan,
    {
      credentials: choices.credentials,
      capturedOrigin: toOrigin(source.url),
      targetOrigin: new URL(plan.record.url).origin,
    },
    known,
  );
  if (lost.length > 0) {
    return refuse(
      `Its credentials are no longer available (${lost.join(', ')}). You can send it without credentials.`,
    );
  }
  if (hasMaskedBody(source)) return refuse(whyMasked);
  const unread = listed.decoded ? [] : ['Its events cannot be read. It is sent as captured.'];
  const notes = [...plan.ways[choices.way], ...plan.notes, ...unread];
  return {...about, url: plan.record.url, reason: null, notes};
}

/** The user enters the credential there, or sends the word if the page sent it. */
const whyMasked =
  'Its body contains the word MASKED, which may stand for a credential that was not kept. You can send it in the Edit tab.';
