import {toOrigin} from '../../../domain/parse-url';
import type {ResendChoices} from './plan-resend';

/** The information on one of the requests before any is sent. */
export interface SurveyedRequest {
  /** ID of the captured request. */
  id: string;
  events: number;
  /** The address it would be sent to; null: it cannot be sent, see `reason`. */
  url: string | null;
  /** Why it can't be sent, whatever is permitted; null: it can be. */
  reason: string | null;
  /** Notes for the user, in sentences that may apply to other requests too. */
  notes: readonly string[];
  /** There is a page that it can be sent as. */
  hasPage: boolean;
}

/** The effect of sending, for the user to read before confirming. */
export interface ResendSurvey {
  /** Ids of the requests that would be sent, in order. */
  sendable: readonly string[];
  /** In all of those. */
  events: number;
  /** The origins they are sent to, in the order of first occurrence. */
  origins: readonly {origin: string; requests: number; events: number}[];
  blocked: readonly {reason: string; ids: readonly string[]}[];
  notes: readonly {note: string; requests: number}[];
  /** Origins that only lack a permission. */
  ungranted: readonly string[];
  /** How many have no page that they can be sent as. */
  withoutPage: number;
}

/** Combines them in order. `isGranted`: whether the extension may send to a URL; null: unknown. */
export function toResendSurvey(
  surveyed: readonly SurveyedRequest[],
  {way}: Pick<ResendChoices, 'way'>,
  isGranted: (url: string) => boolean | null,
): ResendSurvey {
  const survey = {sendable: [] as string[], events: 0, withoutPage: 0};
  const origins = new Map<string, {origin: string; requests: number; events: number}>();
  const blocked = new Map<string, string[]>();
  const notes = new Map<string, number>();
  const ungranted = new Set<string>();
  for (const {id, events, url, reason, notes: own, hasPage} of surveyed) {
    const origin = toOrigin(url);
    const isForbidden = reason === null && way === 'extension' && url !== null && isGranted(url) === false;
    if (!hasPage) survey.withoutPage += 1;
    if (isForbidden && origin !== null) ungranted.add(origin);
    const against = reason ?? (isForbidden ? `The extension is not allowed to send to ${origin} yet.` : null);
    if (against !== null || origin === null) {
      const why = against ?? 'The address is missing.';
      const alike = blocked.get(why);
      if (alike) alike.push(id);
      else blocked.set(why, [id]);
      continue;
    }
    survey.sendable.push(id);
    survey.events += events;
    const there = origins.get(origin) ?? {origin, requests: 0, events: 0};
    origins.set(origin, {origin, requests: there.requests + 1, events: there.events + events});
    for (const note of new Set(own)) notes.set(note, (notes.get(note) ?? 0) + 1);
  }
  return {
    ...survey,
    origins: [...origins.values()],
    blocked: [...blocked].map(([reason, ids]) => ({reason, ids})),
    notes: [...notes].map(([note, requests]) => ({note, requests})),
    ungranted: [...ungranted],
  };
}
