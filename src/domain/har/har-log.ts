import * as z from '../zod';

const headersSchema = z._default(z.array(z.object({name: z.string(), value: z.string()})), []);
const optionalText = z.optional(z.string());

/** The frame of a HAR 1.2 log; its entries are read one by one, so that one that is broken costs no other. */
export const harLogSchema = z.object({
  log: z.object({
    pages: z.optional(z.array(z.object({id: z.string(), title: z.string()}))),
    entries: z.array(z.unknown()),
  }),
});

/** What an entry says of its request. */
export const harRequestSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: headersSchema,
  postData: z.optional(
    z.object({
      mimeType: optionalText,
      text: optionalText,
      /** Ours, for bytes that are no text. */
      _encoding: z.optional(z.literal('base64')),
      /** Of a form whose bytes nobody recorded. */
      params: z.optional(z.array(z.object({name: z.string(), value: optionalText}))),
    }),
  ),
});

/** The part of an entry with its answer that we read. Fields with an underscore are not of the format. */
export const harEntrySchema = z.object({
  startedDateTime: z.string(),
  /** Milliseconds. */
  time: z.optional(z.number()),
  pageref: optionalText,
  request: harRequestSchema,
  response: z.object({
    status: z.number(),
    statusText: z._default(z.string(), ''),
    headers: headersSchema,
    content: z.optional(
      z.object({
        size: z.optional(z.number()),
        mimeType: optionalText,
        text: optionalText,
        encoding: optionalText,
      }),
    ),
    /** Chromium's. */
    _error: z.nullish(z.string()),
  }),
  /** Chromium's, and ours. */
  _resourceType: optionalText,
  /** Ours, as the following. */
  _pageUrl: optionalText,
  _error: optionalText,
  _body: optionalText,
});

export type HarLogEntry = z.infer<typeof harEntrySchema>;
