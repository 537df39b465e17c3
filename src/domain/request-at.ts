import type {CapturedBody, CapturedHeaders, CapturedRequest, Outcome} from './capture/captured-request';
import {isTime} from './capture/captured-time';
import {toTextAnswer} from './capture/text-answer';

/** By name, or as pairs in their order if a name occurs more than once. */
type HeaderParts = Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[];

/** A request in a form that is easy to write: for imports and tests. */
export interface RequestParts {
  url: string;
  method: string;
  headers: HeaderParts;
  /** Text is sent as UTF-8; null: the request has no body. */
  body: Uint8Array | string | null;
  /** Milliseconds since the epoch, ISO 8601, or a Date; missing if it was not recorded. */
  startedAt?: number | string | Date | undefined;
  response?:
    | {
        status: number;
        statusText?: string | undefined;
        headers?: HeaderParts | undefined;
        body?: Uint8Array | string | null | undefined;
      }
    | undefined;
  /** Required if several of them share a log or a session. */
  id?: string | undefined;
}

/** Creates a captured request from its parts and the time that was read from them, like an import. Never throws. */
export function requestAt(startedAt: number | null, parts: RequestParts): CapturedRequest {
  return {
    id: parts.id ?? `import ${parts.method} ${parts.url} ${String(parts.startedAt)}`,
    url: parts.url,
    method: parts.method,
    headers: toHeaders(parts.headers),
    body: toBody(parts.body),
    startedAt: isTime(startedAt) ? startedAt : null,
    origin: {tabId: null, frameId: null, initiator: null, documentUrl: null, pageUrl: null, type: null},
    outcome: toOutcome(parts.response),
    seenBy: ['import'],
  };
}

function toHeaders(headers: HeaderParts): CapturedHeaders {
  const pairs = isPairs(headers) ? headers : Object.entries(headers);
  return {state: 'known', list: pairs.map(([name, value]) => ({name, value}))};
}

/** `Array.isArray` does not narrow a read-only array. */
function isPairs(headers: HeaderParts): headers is readonly (readonly [name: string, value: string])[] {
  return Array.isArray(headers);
}

function toBody(body: RequestParts['body']): CapturedBody {
  if (body === null) return {kind: 'none'};
  return {
    kind: 'bytes',
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(body),
  };
}

function toOutcome(response: RequestParts['response']): Outcome {
  if (!response) return {state: 'pending'};
  const {status, statusText = '', headers, body} = response;
  const text = typeof body === 'string' ? body : body ? new TextDecoder().decode(body) : '';
  return {
    state: 'answered',
    status,
    statusText,
    headers: headers ? toHeaders(headers) : {state: 'unknown'},
    body: body === undefined ? {kind: 'missing', reason: 'not-observed'} : toTextAnswer(text),
    endedAt: null,
  };
}
