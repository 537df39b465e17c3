import {Readable} from 'node:stream';
import {fromBase64, type RequestParts} from '@track-inspector/core';
import * as z from 'zod/mini';
import {InputError} from './input-error';
import type {ReadOptions} from './read-options';

/** Some languages write null for an omitted field. */
function orLeftOut<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? undefined),
  );
}

const headers = z.record(
  z.string(),
  z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String)),
);

const line = z.object({
  url: z.string().check(z.trim()),
  method: orLeftOut(z.string().check(z.trim())),
  headers: orLeftOut(headers),
  /** Text as it was sent; a JSON value here could change its numbers. */
  body: z._default(z.nullable(z.string()), null),
  /** For bytes that are not UTF-8. */
  bodyEncoding: orLeftOut(z.literal('base64')),
  /** ISO 8601, or a number since the epoch whose size determines its unit. */
  startedAt: orLeftOut(z.pipe(z.union([z.string(), z.number()]), z.transform(String))),
  response: orLeftOut(
    z.object({
      status: z.union([z.number(), z.pipe(z.string().check(z.regex(/^\d{3}$/)), z.transform(Number))]),
      statusText: orLeftOut(z.string()),
      headers: orLeftOut(headers),
      body: z.optional(z.nullable(z.string())),
    }),
  ),
});

/** Requests, one per line, as `record` writes them: `{url, method, headers, body, startedAt, response}`. */
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
    // A buffer that was not filled completely ends with NULs.
    if (/[^\s\0]/.test(text)) yield readLine(text, `${file}:${number}`, newId());
  }
}

function readLine(text: string, place: string, id: string): RequestParts {
  const parsed = line.safeParse(parse(text, place));
  if (parsed.success) {
    const {bodyEncoding, method = 'POST', headers = {}, body: written, ...parts} = parsed.data;
    const body = bodyEncoding === undefined || written === null ? written : fromBase64(written);
    if (body === null && written !== null) throw new InputError(`${place}: "body" is not valid Base64.`);
    return {...parts, method, headers, body, id};
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
    throw new InputError(`${place}: this line is not valid JSON. Write each request on one line.`);
  }
}
