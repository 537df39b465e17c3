import {gunzipSync, inflateSync} from 'node:zlib';

export interface Verdict {
  status: 200 | 400 | 401;
  message: string;
}

/** "A maximum of 1,000 events or 2 MB of data, whichever is smaller" (Track API, Request Body). */
export interface Limits {
  maxEvents: number;
  /** Bytes on the wire. */
  maxBytes: number;
}

export const documentedLimits: Limits = {maxEvents: 1000, maxBytes: 2 * 1024 * 1024};

/** Protects against decompression bombs: real batches do not inflate to more. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

interface JudgedRequest {
  header(name: string): string | undefined;
  body: Buffer;
}

/** The APIs of ThriveStack, by the last part of their path. */
export type Call = 'track' | 'identify' | 'group';

/** The documented response if nothing is wrong. */
const successes: Readonly<Record<Call, string>> = {
  track: 'Event tracked successfully',
  identify: 'User(s) identified successfully',
  group: 'Group(s) updated successfully',
};

/**
 * The verdict of the vendor’s documents on one POST to one of its APIs. Written from the documents alone, without
 * sharing code with the extension, so that the two can be compared.
 */
export function judgeRequest(
  request: JudgedRequest,
  limits: Limits = documentedLimits,
  call: Call = 'track',
): Verdict {
  const token = toToken(request);
  if (!token) return {status: 401, message: 'Access token missing or invalid'};
  if (request.body.length > limits.maxBytes) {
    return refuse(`the request has ${request.body.length} bytes, at most ${limits.maxBytes} are accepted`);
  }
  const parsed = parseBody(request);
  if ('refusal' in parsed) return refuse(parsed.refusal);
  const events = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  if (events.length === 0) return refuse('the batch is empty');
  if (events.length > limits.maxEvents) {
    return refuse(`the batch has ${events.length} events, at most ${limits.maxEvents} are accepted`);
  }
  const fault = firstFault(events, call === 'track' ? faultOf : (entry) => faultOfCall(entry, call));
  return fault ? refuse(fault) : {status: 200, message: successes[call]};
}

function refuse(reason: string): Verdict {
  return {status: 400, message: `Bad Request: ${reason}`};
}

function toToken(request: JudgedRequest): string {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
  const token = bearer ?? request.header('x-api-key')?.trim() ?? '';
  return token.startsWith('invalid') ? '' : token;
}

function parseBody(request: JudgedRequest): {value: unknown} | {refusal: string} {
  try {
    const text = inflate(request).toString('utf8');
    return {value: JSON.parse(text) as unknown};
  } catch (error) {
    return {refusal: `the body cannot be read: ${error instanceof Error ? error.message : String(error)}`};
  }
}

function inflate({header, body}: JudgedRequest): Buffer {
  const encoding = header('content-encoding')?.trim().toLowerCase();
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  if (encoding === 'gzip' || isGzip) return gunzipSync(body, {maxOutputLength: MAX_INFLATED_BYTES});
  if (encoding === 'deflate') return inflateSync(body, {maxOutputLength: MAX_INFLATED_BYTES});
  return body;
}

function firstFault(events: readonly unknown[], faultOf: (event: unknown) => string | null): string | null {
  for (const [index, event] of events.entries()) {
    const fault = faultOf(event);
    if (fault) return `event ${index}: ${fault}`;
  }
  return null;
}

/**
 * The table "Fields": required fields and their types. A timestamp may be any text, since in the documents the
 * response to their own sample `20-11-23T22:28:55.111Z` is success.
 */
function faultOf(event: unknown): string | null {
  if (!isObject(event)) return 'is not an object';
  if (typeof event.event_name !== 'string' || event.event_name === '') return 'event_name is required';
  // The vendor's own script sends '' before a user has logged in.
  if (typeof event.user_id !== 'string') return 'user_id is required';
  if (event.timestamp === undefined || event.timestamp === null) return 'timestamp is required';
  if (typeof event.timestamp !== 'string') return 'timestamp must be a date as text';
  if (event.properties !== undefined && !isObject(event.properties)) return 'properties must be an object';
  if (event.context !== undefined && !isObject(event.context)) return 'context must be an object';
  return null;
}

/**
 * The tables of the Identify and Group API: a user, the group of a group call (also accepted in its context, as in a
 * sample), and the types. According to the current pages, the server's time is used if there is no timestamp.
 */
function faultOfCall(call: unknown, type: 'identify' | 'group'): string | null {
  if (!isObject(call)) return 'is not an object';
  if (typeof call.user_id !== 'string' || call.user_id === '') return 'user_id is required';
  for (const field of ['traits', 'context']) {
    if (call[field] !== undefined && !isObject(call[field])) return `${field} must be an object`;
  }
  const {group_id = isObject(call.context) ? call.context.group_id : undefined} = call;
  if (type === 'group' && (typeof group_id !== 'string' || group_id === '')) return 'group_id is required';
  if (call.timestamp !== undefined && typeof call.timestamp !== 'string')
    return 'timestamp must be a date as text';
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
