import {fromBase64} from '../bytes/to-base64';
import {statusSchema} from '../capture/response-schemas';
import {hasNoZone, toInstant} from '../har/har-log';
import {isJsonObject} from '../json/json-value';
import {canParseUrl} from '../parse-url';
import {recordOf} from '../record-of';
import type {RequestParts} from '../request-at';
import * as z from '../zod';

/** Also accepts null, which some languages write for a missing field. */
function orLeftOut<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? undefined),
  );
}

const value = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));

/** By name, or as pairs in their order if a name occurs more than once. */
const headers = z.union([recordOf(value), z.array(z.tuple([z.string(), value]))]);

const line = z.object({
  url: z.string().check(z.trim()),
  method: orLeftOut(z.string().check(z.trim())),
  headers: orLeftOut(headers),
  /** Text as it was sent; a JSON value here would have lost its digits. */
  body: z._default(z.nullable(z.string()), null),
  /** For a body that is not UTF-8. */
  bodyEncoding: orLeftOut(z.literal('base64')),
  /** As in a HAR log; undefined if it cannot be read. */
  startedAt: orLeftOut(
    z.pipe(
      z.union([z.string(), z.number()]),
      z.transform((time) => toInstant(String(time)) ?? undefined),
    ),
  ),
  response: orLeftOut(
    z.object({
      status: z.union([statusSchema, z.pipe(z.string().check(z.regex(/^\d{3}$/)), z.transform(Number))]),
      statusText: orLeftOut(z.string()),
      headers: orLeftOut(headers),
      body: z.optional(z.nullable(z.string())),
    }),
  ),
});

/** A request, with its time in milliseconds since the epoch. */
export type RecordedParts = RequestParts & {startedAt?: number | undefined};

export type RecordedLine =
  /** `isZoneless`: its time has no zone, so it is read as UTC. */
  {ok: true; parts: RecordedParts; isZoneless: boolean} | {ok: false; fault: string};

/** Whether a file has one request per line, by its name and its first characters. */
export function hasRecordedLines(name: string, start: string): boolean {
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return true;
  const keys = findKeys(start);
  // A long body may hide the keys after it.
  if (['url', 'method', 'headers', 'body', 'bodyEncoding', 'startedAt'].includes(keys[0] ?? '')) return true;
  return keys.includes('url') && ['method', 'headers', 'body'].some((key) => keys.includes(key));
}

/** The keys of the object that a text begins with, which may be cut off. */
function findKeys(start: string): string[] {
  if (!/^\ufeff?\s*\{/.test(start)) return [];
  const keys: string[] = [];
  let depth = 0;
  for (const [token, text, colon] of start.matchAll(/"((?:[^"\\]|\\.)*)(?:"|\\?$)(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && text !== undefined && colon !== undefined) keys.push(text);
    if (depth === 0) break;
  }
  return keys;
}

/** Whether a line is blank; a buffer that was not filled ends with NULs. */
export function isBlankLine(text: string): boolean {
  return !/[^\s\0]/.test(text);
}

/** A line as the command line's `record` writes it: `{url, method, headers, body, startedAt, response}`. */
export function readRecordedLine(text: string): RecordedLine {
  const value = parse(text);
  if (value === undefined)
    return {ok: false, fault: 'this line is not valid JSON. Write each request on one line.'};
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    const what = field === '' ? '' : `: "${field}" is missing or of another type`;
    return {ok: false, fault: `this line is not a request${what}. Each needs a url; a body is text.`};
  }
  if (!canParseUrl(parsed.data.url))
    return {ok: false, fault: 'the url of this line is not complete. It begins with https:// or http://.'};
  const {bodyEncoding, method = 'POST', headers = {}, body: written, ...parts} = parsed.data;
  const body = bodyEncoding === undefined || written === null ? written : fromBase64(written);
  if (body === null && written !== null) return {ok: false, fault: '"body" is not valid Base64.'};
  const isZoneless = isJsonObject(value) && hasNoZone(value.startedAt);
  return {ok: true, parts: {...parts, method, headers, body}, isZoneless};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
