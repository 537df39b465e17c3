import {Readable} from 'node:stream';
import type {RequestParts} from '@track-inspector/core';
import * as z from 'zod/mini';
import {InputError} from './input-error';
import type {ReadOptions} from './read-options';

const headers = z.record(z.string(), z.string());

const line = z.object({
  url: z.string(),
  method: z._default(z.string(), 'POST'),
  headers: z._default(headers, {}),
  /** Text as it was sent; a JSON value here would have lost its digits. */
  body: z._default(z.nullable(z.string()), null),
  /** For bytes that are not UTF-8. */
  bodyEncoding: z.optional(z.literal('base64')),
  startedAt: z.optional(z.union([z.string(), z.number()])),
  response: z.optional(
    z.object({
      status: z.number(),
      statusText: z.optional(z.string()),
      headers: z.optional(headers),
      body: z.optional(z.nullable(z.string())),
    }),
  ),
});

/** Requests, one a line, as `record` writes them: `{url, method, headers, body, startedAt, response}`. */
export async function* readNdjson(
  pieces: AsyncIterable<Uint8Array>,
  {file, newId}: ReadOptions,
): AsyncGenerator<RequestParts> {
  const {createInterface} = await import('node:readline');
  let number = 0;
  for await (const written of createInterface({
    input: Readable.from(pieces),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++;
    const text = number === 1 ? written.replace(/^\ufeff/, '') : written;
    if (text.trim() !== '') yield readLine(text, `${file}:${number}`, newId());
  }
}

function readLine(text: string, place: string, id: string): RequestParts {
  const parsed = line.safeParse(parse(text, place));
  if (parsed.success) {
    const {bodyEncoding, ...parts} = parsed.data;
    const isBase64 = bodyEncoding !== undefined && parts.body !== null;
    return {...parts, body: isBase64 ? Buffer.from(parts.body ?? '', 'base64') : parts.body, id};
  }
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new InputError(
    `${place}: this line is not a request${field === '' ? '' : `: "${field}" is missing or of another type`}. Each needs a url; a body is text.`,
  );
}

function parse(written: string, place: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new InputError(`${place}: this line is not valid JSON.`);
  }
}
