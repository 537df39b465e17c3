import type {CapturedBody, CapturedRequest} from '../../capture/captured-request';
import {type RequestParts, requestFromParts} from '../../request-from-parts';

/** Requests that demonstrate a rule: tests run them and RULES.md shows them. Most are a single one. */
export interface Example {
  /** The text for readers: the body, or a short description if the body is too long. */
  shown: string;
  /** Created on demand, since some are large. */
  requests(): CapturedRequest[];
}

export interface RulePair {
  good: Example;
  bad: Example;
}

export const sentAt = '2026-04-30T07:08:48Z';

/** The defaults of all examples. */
export const exampleDefaults: RequestParts = {
  url: 'https://api.app.thrivestack.ai/api/track',
  method: 'POST',
  headers: {'Content-Type': 'application/json', Authorization: 'Bearer token-1'},
  body: '[]',
  startedAt: sentAt,
};

/** A valid event; examples change one field of it. */
export const validEvent = {
  event_name: 'invite_sent',
  user_id: 'user-1',
  timestamp: '2026-04-30T07:08:47.079Z',
  properties: {invitee_email: 'amy@example.com'},
  context: {group_id: 'account-1'},
};

/** One request, or several of a session, that differ from the defaults in these parts. */
export function toExample(shown: string, ...parts: readonly (() => Partial<RequestParts>)[]): Example {
  return {
    shown,
    requests: () =>
      parts.map((make, at) => requestFromParts({...exampleDefaults, id: `example ${at}`, ...make()})),
  };
}

/** A batch of one event with these fields changed; undefined removes a field. */
export function event(changes: Record<string, unknown> = {}): Example {
  return body(JSON.stringify([{...validEvent, ...changes}]));
}

/** This body, unchanged. */
export function body(text: string): Example {
  return toExample(text, () => ({body: text}));
}

/** The valid batch with other parts, described in words. */
export function request(shown: string, parts: Partial<RequestParts>): Example {
  return toExample(shown, () => ({body: JSON.stringify([validEvent]), ...parts}));
}

/** The valid batch with a body as the browser showed it. */
export function captured(shown: string, seen: CapturedBody): Example {
  const {requests} = event();
  return {shown, requests: () => requests().map((whole) => ({...whole, body: seen}))};
}

/** The valid batch sent with these headers. */
export function headers(list: Record<string, string>): Example {
  const shown = Object.entries(list).map(([name, value]) => `${name}: ${value}`);
  return request(shown.join('; ') || 'no header', {headers: list});
}
