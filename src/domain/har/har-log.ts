import {isJsonObject} from '../json/json-value';
import * as z from '../zod';

/** A field of another kind than HAR 1.2 says is taken for one that is missing: it costs itself, never its entry. */
function lenient<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

const text = lenient(z.string());
const list = z.catch(z.array(z.unknown()), []);
/** By which an entry names its page. */
const id = z.union([z.string(), z.pipe(z.number(), z.transform(String))]);

/** A number, or its digits as text: spreadsheets, shells and XML know nothing else. */
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

/** A header of an entry: numbers as text, no value as an empty one, several as HTTP joins them. What has no name is none. */
const headersSchema = z.pipe(
  z.optional(z.unknown()),
  z.transform((items) =>
    toList(items).flatMap((item) => {
      const header = headerSchema.safeParse(item);
      return header.success ? [{name: header.data.name, value: [header.data.value].flat().join(', ')}] : [];
    }),
  ),
);

/** Headers by their names, as programs write them that keep them in a map, are a list of them, too. */
function toList(headers: unknown): unknown[] {
  if (Array.isArray(headers)) return headers.map(toNamed);
  return isJsonObject(headers) ? Object.entries(headers).map(([name, value]) => ({name, value})) : [];
}

/** A header as a pair or as its line, too. */
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
  /** Reqable's, and of the proposed HAR 1.3: `base64`. */
  encoding: text,
  /** Ours, for bytes that are not text. */
  _encoding: text,
  /** Playwright's: the name of a file beside the log that holds the body. */
  _file: text,
  /** The fields of a form, of which the bytes may not have been recorded. */
  params: paramsSchema,
});

/** Around an address or a method no client sends blanks. */
const trimmed = z.string().check(z.trim());

const requestSchema = z.object({
  method: trimmed,
  url: trimmed,
  headers: headersSchema,
  bodySize: number,
  /** Nothing but the text, where a program that builds a HAR itself says no more. */
  postData: lenient(
    z.union([
      postDataSchema,
      z.pipe(
        z.string(),
        z.transform((body) => postDataSchema.parse({text: body})),
      ),
    ]),
  ),
  /** HTTP Toolkit's, for what is not text. */
  _content: lenient(z.object({text, encoding: text})),
});

/** With the words behind it, where a program writes the whole line. */
const statusSchema = z.union([
  z.int().check(z.minimum(0), z.maximum(999)),
  z.pipe(
    z.string().check(z.regex(/^\s*[1-9]\d\d(?!\S)/)),
    z.transform((line) => Number.parseInt(line, 10)),
  ),
]);

const responseSchema = z.object({
  status: z.catch(statusSchema, 0),
  statusText: z.catch(z.string(), ''),
  headers: headersSchema,
  content: lenient(z.object({size: number, mimeType: text, text, encoding: text})),
  redirectURL: text,
  /** Chromium's. */
  _error: text,
  /** Playwright's. */
  _failureText: text,
  /** Chromium's, on the page's view of what a service worker answered. */
  _fetchedViaServiceWorker: lenient(z.boolean()),
});

/** Browsers take any text with a number behind it for a date: "page 3" is March 2001 for Chromium. */
function isDate(text: string): boolean {
  return /^\s*(?:[+-]\d\d)?\d{4}(?:-|\s*$)|^(?=.{0,40}\b\d{4}\b)\D{0,40}\d.{0,40}\d:\d\d/s.test(text);
}

/** ISO 8601 prefers a comma before the parts of a second, which browsers do not read. */
function toPoint(text: string): string {
  return text.replace(/(:\d\d),(?=\d)/, '$1.');
}

/** ISO 8601, as HAR 1.2 says, or a time since the epoch in whatever unit: the size tells. */
export function toInstant(value: unknown): number | null {
  const since = numeric.safeParse(value);
  // Up to 8 digits are a year or a day.
  if (!since.success || (typeof value === 'string' && Math.abs(since.data) < 1e8)) {
    const time = typeof value === 'string' && isDate(value) ? Date.parse(toPoint(value)) : Number.NaN;
    return Number.isFinite(time) ? time : null;
  }
  const {data} = since;
  // Seconds reach 1e11 in the year 5138, milliseconds in 1973; so on for the smaller units.
  if (data < 1e11) return data * 1000;
  return data < 1e14 ? data : data < 1e17 ? data / 1000 : Math.round(data / 1e3) / 1e3;
}

/** What we read of an entry. Fields with an underscore are not of the format. */
export const harEntrySchema = z.object({
  /** Milliseconds since the epoch; null where it is not known. */
  startedDateTime: z.pipe(z.optional(z.unknown()), z.transform(toInstant)),
  /** Milliseconds. */
  time: number,
  pageref: lenient(id),
  request: requestSchema,
  /** Missing: the recording ended before an answer. */
  response: lenient(responseSchema),
  /** Chromium's: in milliseconds, -1 where it was not queued. */
  timings: lenient(z.object({_blocked_queueing: number})),
  /** Playwright's, on what a service worker itself sent. */
  _serviceWorkerRef: text,
  /** Chromium's, and ours. */
  _resourceType: text,
  /** Ours, as the following. */
  _pageUrl: text,
  _error: text,
  _body: text,
});

/** The frame of a log; its entries are read one by one. */
export const harLogSchema = z.object({
  log: z.object({
    pages: list,
    entries: z.array(z.unknown()),
  }),
});

export const harPageSchema = z.object({id, title: z.string()});

export type HarLogEntry = z.infer<typeof harEntrySchema>;
export type HarLogRequest = HarLogEntry['request'];
