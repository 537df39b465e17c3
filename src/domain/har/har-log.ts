import * as z from '../zod';

/** A field of another kind than HAR 1.2 says is taken for one that is missing: it costs itself, never its entry. */
function lenient<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

const text = lenient(z.string());
const number = lenient(z.number());
const list = z.catch(z.array(z.unknown()), []);

const headerSchema = z.object({
  name: z.string(),
  value: z.catch(z.union([z.string(), z.number(), z.boolean()]), ''),
});

/** A header of an entry: numbers as text, no value as an empty one. What has no name is none. */
const headersSchema = z.pipe(
  list,
  z.transform((items) =>
    items.flatMap((item) => {
      const header = headerSchema.safeParse(item);
      return header.success ? [{name: header.data.name, value: String(header.data.value)}] : [];
    }),
  ),
);

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

const requestSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: headersSchema,
  bodySize: number,
  postData: lenient(postDataSchema),
  /** HTTP Toolkit's, for what is not text. */
  _content: lenient(z.object({text, encoding: text})),
});

const responseSchema = z.object({
  status: z.catch(z.number(), 0),
  statusText: z.catch(z.string(), ''),
  headers: headersSchema,
  content: lenient(z.object({size: number, mimeType: text, text, encoding: text})),
  /** Chromium's. */
  _error: text,
  /** Playwright's. */
  _failureText: text,
  /** Chromium's, on the page's view of what a service worker answered. */
  _fetchedViaServiceWorker: lenient(z.boolean()),
});

/** What we read of an entry. Fields with an underscore are not of the format. */
export const harEntrySchema = z.object({
  startedDateTime: text,
  /** Milliseconds. */
  time: number,
  pageref: text,
  request: requestSchema,
  /** Missing: the recording ended before an answer. */
  response: lenient(responseSchema),
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

export const harPageSchema = z.object({id: z.string(), title: z.string()});

export type HarLogEntry = z.infer<typeof harEntrySchema>;
export type HarLogRequest = HarLogEntry['request'];
