import {missingReasonSchema, statusSchema} from '../capture/response-schemas';
import {isJsonObject} from '../json/json-value';
import {toTimeout} from '../replay/timeout';
import * as z from '../zod';

/** A field with another type than in HAR 1.2 counts as missing: only the field is lost, not its entry. */
function lenient<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

const text = lenient(z.string());
const list = z.catch(z.array(z.unknown()), []);
/** An entry refers to its page by this. */
const id = z.union([z.string(), z.pipe(z.number(), z.transform(String))]);

/** A number, or its digits as text: spreadsheets, shells and XML only write text. */
const numeric = z.union([
  z.number(),
  z.pipe(z.string().check(z.regex(/^\s*-?\d{1,20}(?:\.\d{1,20})?\s*$/)), z.transform(Number)),
]);
const number = lenient(numeric);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const headerSchema = z.object({
  name: z.string(),
  value: z.catch(z.union([scalar, z.array(scalar)]), ''),
});

/**
 * Headers of an entry: numbers become text, a missing value is empty, several values are joined as in HTTP. Headers
 * without a name are dropped.
 */
const headersSchema = z.pipe(
  z.optional(z.unknown()),
  z.transform((items) =>
    toList(items).flatMap((item) => {
      const header = headerSchema.safeParse(item);
      return header.success ? [{name: header.data.name, value: [header.data.value].flat().join(', ')}] : [];
    }),
  ),
);

/** Also accepts an object of headers by name: some programs keep them in a map. */
function toList(headers: unknown): unknown[] {
  if (Array.isArray(headers)) return headers.map(toNamed);
  return isJsonObject(headers) ? Object.entries(headers).map(([name, value]) => ({name, value})) : [];
}

/** Also accepts a header as a pair or as a line. */
function toNamed(header: unknown): unknown {
  if (Array.isArray(header)) return {name: header[0], value: header[1]};
  const [, name, value] = typeof header === 'string' ? (/^(:?[^:]+):\s?(.*)$/s.exec(header) ?? []) : [];
  return name === undefined ? header : {name, value};
}

const paramSchema = z.object({name: z.string(), value: z.optional(z.unknown()), fileName: text});

const paramsSchema = z.pipe(
  list,
  z.transform((items) =>
    items.flatMap((item) => {
      const param = paramSchema.safeParse(item);
      return param.success ? [param.data] : [];
    }),
  ),
);

const postDataSchema = z.object({
  mimeType: text,
  text,
  /** From Reqable and the proposed HAR 1.3: `base64`. */
  encoding: text,
  /** From our own export, for bytes that are not text. */
  _encoding: text,
  /** From Playwright: the name of a file next to the log that contains the body. */
  _file: text,
  /** The fields of a form, whose bytes may not have been recorded. */
  params: paramsSchema,
});

/** Clients do not send whitespace around an address or a method. */
const trimmed = z.string().check(z.trim());

const requestSchema = z.object({
  method: trimmed,
  url: trimmed,
  headers: headersSchema,
  bodySize: number,
  /** Programs that build a HAR themselves may write only the text. */
  postData: lenient(
    z.union([
      postDataSchema,
      z.pipe(
        z.string(),
        z.transform((body) => postDataSchema.parse({text: body})),
      ),
    ]),
  ),
  /** From HTTP Toolkit, for bodies that are not text. */
  _content: lenient(z.object({text, encoding: text})),
});

/** Some programs write the whole status line: a reason phrase may follow. */
const lenientStatus = z.union([
  statusSchema,
  z.pipe(
    z.string().check(z.regex(/^\s*[1-9]\d\d(?!\S)/)),
    z.transform((line) => Number.parseInt(line, 10)),
  ),
]);

const responseSchema = z.object({
  status: z.catch(lenientStatus, 0),
  statusText: z.catch(z.string(), ''),
  headers: headersSchema,
  content: lenient(
    z.object({
      size: number,
      mimeType: text,
      text,
      encoding: text,
      /** From our own export: the text is only the first part. */
      _isCut: lenient(z.boolean()),
      /** From our own export: why there is no text. */
      _missing: lenient(missingReasonSchema),
    }),
  ),
  redirectURL: text,
  /** From Chromium. */
  _error: text,
  /** From Playwright. */
  _failureText: text,
  /** From Chromium, on the page's entry for a request that a service worker answered. */
  _fetchedViaServiceWorker: lenient(z.boolean()),
});

/** Browsers parse any text that ends with a number as a date: "page 3" is March 2001 in Chromium. */
function isDate(text: string): boolean {
  return /^\s*(?:[+-]\d\d)?\d{4}(?:-|\s*$)|^(?=.{0,40}\b\d{4}\b)\D{0,40}\d.{0,40}\d:\d\d/s.test(text);
}

/** ISO 8601 prefers a comma before the fraction of a second, which browsers cannot parse. */
function toPoint(text: string): string {
  return text.replace(/(:\d\d),(?=\d)/, '$1.');
}

/**
 * Whether it is a time of day without a zone, which HAR 1.2 requires: browsers would take it for the local time of
 * whoever reads the file.
 */
export function hasNoZone(value: unknown): boolean {
  const colon = typeof value === 'string' && isDate(value) ? value.indexOf(':') : -1;
  return colon >= 0 && !/[-+z]|[a-z]{3}/i.test(`${value}`.slice(colon));
}

/** As UTC, so that everyone reads the same. Only for ISO 8601 all browsers accept the Z. */
function toUtc(text: string): string {
  const [, date, time] = /^\s*([-+\d]+)[ t](\S+)\s*$/i.exec(text) ?? [];
  return date === undefined ? `${text} GMT` : `${date}T${time}Z`;
}

/** ISO 8601, as in HAR 1.2, or a time since the epoch in any unit: the size of the number tells the unit. */
export function toInstant(value: unknown): number | null {
  const since = numeric.safeParse(value);
  // Text with up to 8 digits is a year or a day.
  if (!since.success || (typeof value === 'string' && Math.abs(since.data) < 1e8)) {
    if (typeof value !== 'string' || !isDate(value)) return null;
    const text = toPoint(value);
    const time = Date.parse(hasNoZone(text) ? toUtc(text) : text);
    return Number.isFinite(time) ? time : null;
  }
  const {data} = since;
  // Seconds reach 1e11 in the year 5138, milliseconds in 1973; the smaller units follow the same pattern.
  if (data < 1e11) return data * 1000;
  return data < 1e14 ? data : data < 1e17 ? data / 1000 : Math.round(data / 1e3) / 1e3;
}

const replaySchema = z.object({
  sourceId: z.nullable(z.string()),
  way: z.enum(['extension', 'page']),
  timeoutSeconds: z.pipe(z.number(), z.transform(toTimeout)),
  followRedirects: z.boolean(),
  cookies: z.exactOptional(z.boolean()),
});

/** The fields of an entry that we read. Fields with an underscore are not part of the format. */
export const harEntrySchema = z.object({
  /** Milliseconds since the epoch; null if it is not known. */
  startedDateTime: z.pipe(z.optional(z.unknown()), z.transform(toInstant)),
  /** Milliseconds. */
  time: number,
  pageref: lenient(id),
  request: requestSchema,
  /** Missing if the recording ended before the response. */
  response: lenient(responseSchema),
  /** From Chromium: in milliseconds, -1 if it was not queued. */
  timings: lenient(z.object({_blocked_queueing: number})),
  /** From Playwright, on requests that a service worker sent. */
  _serviceWorkerRef: text,
  /** From Chromium and our own export. */
  _resourceType: text,
  /** From our own export, like the following fields. */
  _pageUrl: text,
  /** A replay refers to its original by this. */
  _id: text,
  /** Only for requests that we sent ourselves. */
  _replay: lenient(replaySchema),
  /** Characters of the whole address, if only its beginning was kept. */
  _urlLength: number,
  _error: text,
  /** `unknown`: `time` had to be a number. */
  _end: text,
  /** Why no response was captured. */
  _reason: text,
  _body: text,
});

/** The outer structure of a log; its entries are read one by one. */
export const harLogSchema = z.object({
  log: z.object({
    pages: list,
    entries: z.array(z.unknown()),
  }),
});

export const harPageSchema = z.object({id, title: z.string()});

export type HarLogEntry = z.infer<typeof harEntrySchema>;
export type HarLogRequest = HarLogEntry['request'];
