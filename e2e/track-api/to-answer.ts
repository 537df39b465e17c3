import {randomUUID} from 'node:crypto';
import type {Behaviour} from './behaviour';
import {type Call, judgeRequest, type Limits} from './judge-request';
import type {ReceivedRequest} from './received-request';

/** What determines the documented response, besides the request. */
export interface AnswerRules {
  limits: Limits;
  alsoAccept?: ((path: string) => boolean) | undefined;
}

export interface PlannedAnswer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

/** The documented response, unless `behaviour` asks for another. */
export function toAnswer(received: ReceivedRequest, behaviour: Behaviour, rules: AnswerRules): PlannedAnswer {
  if (behaviour.redirect) {
    const {status, location} = behaviour.redirect;
    return {status, body: '', headers: {location}};
  }
  const documented = toDocumentedAnswer(received, rules);
  const status = behaviour.status ?? documented.status;
  const message = behaviour.status === undefined ? documented.message : toMessage(status);
  const body = behaviour.body ?? toBody(status, message, behaviour.size);
  // Otherwise Firefox would write the address to its cache, including credentials in it.
  const headers = {'content-type': behaviour.contentType ?? 'application/json', 'cache-control': 'no-store'};
  return {status, body, headers};
}

function toDocumentedAnswer(
  received: ReceivedRequest,
  {limits, alsoAccept}: AnswerRules,
): {status: number; message: string} {
  const path = received.url.split('?')[0] ?? '';
  const isPost = received.method.toUpperCase() === 'POST';
  const call = toCall(path);
  if (isPost && call !== null) return judgeRequest(received, limits, call);
  if (isPost && alsoAccept?.(path)) return {status: 200, message: 'Accepted'};
  return {status: 404, message: `Not Found: ${received.method} ${path}`};
}

const calls: ReadonlyMap<string, Call> = new Map([
  ['/api/track', 'track'],
  ['/api/identify', 'identify'],
  ['/api/group', 'group'],
]);

function toCall(path: string): Call | null {
  return calls.get(path.replace(/\/$/, '')) ?? null;
}

function toMessage(status: number): string {
  if (status < 300) return 'Event tracked successfully';
  return status === 500 ? 'Internal Server Error' : `Answered ${status} on demand`;
}

function toBody(status: number, message: string, size = 0): string {
  const padding = size > 0 ? {padding: 'x'.repeat(size)} : {};
  return JSON.stringify({success: status < 300, response_id: randomUUID(), message, ...padding});
}
