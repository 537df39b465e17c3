import {fromBase64} from '../bytes/to-base64';
import type {AnswerBody, CapturedBody, CapturedHeaders, CapturedRequest} from '../capture/captured-request';
import {isTime} from '../capture/captured-time';
import {missingReasonSchema, statusSchema} from '../capture/response-schemas';
import {recordOf} from '../record-of';
import {toTimeout} from '../replay/timeout';
import * as z from '../zod';

/** A time outside the range of Date is unknown: it is not in a list, axis or export. */
const time = z.pipe(
  z.nullable(z.number()),
  z.transform((at) => (isTime(at) ? at : null)),
);
const text = z.nullable(z.string());

const bytes = z.pipe(
  z.string(),
  z.transform((base64, context) => {
    const read = fromBase64(base64);
    if (read !== null) return read;
    context.issues.push({code: 'custom', input: base64, message: 'This is not valid Base64.'});
    return z.NEVER;
  }),
);

const facts = z.object({
  scheme: text,
  shape: z.enum(['empty', 'quoted', 'scheme-twice', 'json-web-token', 'malformed', 'opaque']),
  exp: z.exactOptional(z.number()),
  nbf: z.exactOptional(z.number()),
  scopes: z.exactOptional(z.array(z.string())),
  placeholder: z.exactOptional(z.string()),
});

const header = z.object({name: z.string(), value: text, facts: z.exactOptional(facts)});

const headers: z.ZodMiniType<CapturedHeaders> = z.discriminatedUnion('state', [
  z.object({state: z.literal('known'), list: z.array(header)}),
  z.object({state: z.literal('redacted'), list: z.array(header)}),
  z.object({state: z.literal('unknown')}),
]);

const reason = z.enum([
  'blob',
  'file',
  'stream',
  'cut',
  'form',
  'damaged',
  'not-stored',
  'not-recorded',
  'unknown',
]);
const size = z.exactOptional(z.number());

const body: z.ZodMiniType<CapturedBody> = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('bytes'), bytes, note: z.exactOptional(z.string())}),
  z.object({kind: z.literal('form'), fields: recordOf(z.array(z.string()))}),
  z.object({kind: z.literal('missing'), reason, size}),
  z.object({kind: z.literal('cut'), bytes, reason, size}),
  z.object({kind: z.literal('none')}),
]);

const answerBody: z.ZodMiniType<AnswerBody> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    cut: z.exactOptional(z.boolean()),
    mimeType: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal('missing'),
    reason: missingReasonSchema,
  }),
]);

/** The end of a request that was still pending, or waiting to be sent, will not be captured: see `toOpened`. */
const outcome = z.discriminatedUnion('state', [
  z.object({state: z.literal('pending')}),
  z.object({state: z.literal('queued')}),
  z.object({
    state: z.literal('answered'),
    status: statusSchema,
    statusText: z.string(),
    headers,
    body: answerBody,
    endedAt: time,
  }),
  z.object({
    state: z.literal('failed'),
    error: z.string(),
    endedAt: time,
    status: z.exactOptional(statusSchema),
  }),
  z.object({
    state: z.literal('unknown'),
    reason: z.string(),
    endedAt: z.exactOptional(time),
  }),
]);

/** A record of a session file, without its tab and the import that it came from. */
export const recordSchema: z.ZodMiniType<Omit<CapturedRequest, 'imported'>> = z.object({
  id: z.string(),
  url: z.string(),
  urlLength: z.exactOptional(z.number()),
  method: z.string(),
  headers,
  body,
  startedAt: time,
  origin: z.object({
    tabId: z._default(z.literal(null), null),
    frameId: z.nullable(z.number()),
    initiator: text,
    documentUrl: text,
    pageUrl: text,
    type: text,
  }),
  outcome,
  seenBy: z.array(z.enum(['web-request', 'har', 'page-hook', 'replay', 'import'])),
  replay: z.exactOptional(
    z.object({
      sourceId: text,
      way: z.enum(['extension', 'page']),
      marker: z.string(),
      claimed: z.boolean(),
      timeoutSeconds: z.pipe(z.number(), z.transform(toTimeout)),
      followRedirects: z.boolean(),
      cookies: z.exactOptional(z.boolean()),
    }),
  ),
  pinned: z.exactOptional(z.boolean()),
});
