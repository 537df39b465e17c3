import * as z from '../domain/zod';

/** The part of a HAR entry (HAR 1.2) that we read; fields with an underscore are Chromium's. */
export interface HarEntry {
  _resourceType?: string | undefined;
  startedDateTime: string;
  /** Milliseconds. */
  time?: number | undefined;
  request: {
    method: string;
    url: string;
    headers: readonly {name: string; value: string}[];
    /** 0 in Firefox until it is passed to the network. */
    headersSize?: number | undefined;
    postData?: {text?: string | undefined; mimeType?: string | undefined} | undefined;
  };
  response: {
    status: number;
    statusText: string;
    headers: readonly {name: string; value: string}[];
    content?: {size?: number | undefined; mimeType?: string | undefined} | undefined;
    /** -1 in Firefox until the request ends in the network. */
    bodySize?: number | undefined;
    redirectURL?: string | undefined;
    _error?: string | null | undefined;
    _fetchedViaServiceWorker?: boolean | undefined;
  };
  /** In milliseconds; -1 if it does not apply. */
  timings?: {_blocked_queueing?: number | undefined} | undefined;
}

/** The text of a response as DevTools returns it; null if it refused. */
export interface HarContent {
  text: string | null;
  isBase64: boolean;
}

const text = z.nullish(z.string());
const pairSchema = z.pipe(
  z.tuple([text, text]),
  z.transform(([content, encoding]) => ({content, encoding})),
);
const contentSchema = z.union([pairSchema, z.object({content: text, encoding: text})]);

/**
 * The value that `getContent` resolves to: a pair with 'base64' or '' (Chromium through the polyfill), a pair with
 * the MIME type (Firefox), or an object (Chromium's own promise, since it has its own `browser`).
 */
export function toHarContent(content: unknown): HarContent | null {
  const parsed = contentSchema.safeParse(content);
  if (!parsed.success) return null;
  return {text: parsed.data.content ?? null, isBase64: parsed.data.encoding === 'base64'};
}
