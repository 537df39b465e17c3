import {fromBase64} from '../bytes/to-base64';
import type {RawParts} from '../edit/paste/pasted-request';
import type {JsonValue} from '../json/json-value';
import * as z from '../zod';
import {harLogSchema, harRequestSchema} from './har-log';

/** What is pasted needs no answer. */
const entrySchema = z.object({request: harRequestSchema});

/** Reads a HAR (1.2) log, or one entry of it; null if it is neither. Entries that are none are counted in `notes`. */
export function readHar(value: JsonValue): RawParts[] | null {
  const log = harLogSchema.safeParse(value);
  if (!log.success) {
    const single = entrySchema.safeParse(value);
    return single.success ? [toParts(single.data)] : null;
  }
  const entries = log.data.log.entries.map((entry) => entrySchema.safeParse(entry));
  return entries.flatMap((entry) => (entry.success ? [toParts(entry.data)] : []));
}

function toParts({request}: z.infer<typeof entrySchema>): RawParts {
  const {method, url, headers, postData} = request;
  const notes: string[] = [];
  const known = headers.filter(({name}) => !name.startsWith(':'));
  if (postData?.mimeType && !known.some(({name}) => name.toLowerCase() === 'content-type')) {
    known.push({name: 'Content-Type', value: postData.mimeType});
  }
  return {url, method, headers: known, body: readBody(postData, notes), notes};
}

function readBody(
  postData: z.infer<typeof harRequestSchema>['postData'],
  notes: string[],
): Uint8Array<ArrayBuffer> | null {
  if (postData?.text !== undefined) {
    const bytes =
      postData._encoding === 'base64' ? fromBase64(postData.text) : new TextEncoder().encode(postData.text);
    if (bytes === null) notes.push('The body is said to be Base64 and is none.');
    return bytes;
  }
  if (postData?.params === undefined || postData.params.length === 0) return null;
  notes.push('The recording holds the fields of a form, not its bytes: they are encoded anew.');
  const form = new URLSearchParams();
  for (const {name, value} of postData.params) form.append(name, value ?? '');
  return new TextEncoder().encode(form.toString());
}
