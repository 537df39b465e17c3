import {type RequestParts, z} from '@track-inspector/core';
import {InputError} from './input-error';
import type {ReadOptions} from './read-requests';

const headers = z.record(z.string(), z.string());

const line = z.object({
  url: z.string(),
  method: z._default(z.string(), 'POST'),
  headers: z._default(headers, {}),
  /** Text as it was sent; a JSON value here would have lost its digits. */
  body: z._default(z.nullable(z.string()), null),
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
export function readNdjson(text: string, {file, newId}: ReadOptions): RequestParts[] {
  return text.split('\n').flatMap((written, index) => {
    if (written.trim() === '') return [];
    const parsed = line.safeParse(parse(written, `${file}:${index + 1}`));
    if (parsed.success) return [{...parsed.data, id: newId()}];
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new InputError(
      `${file}:${index + 1}: this line is not a request${field === '' ? '' : `: "${field}" is missing or of another type`}. Each needs a url; a body is text.`,
    );
  });
}

function parse(written: string, place: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new InputError(`${place}: this line is not valid JSON.`);
  }
}
