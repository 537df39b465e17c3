import type {AnswerBody} from '../../domain/capture/captured-request';
import {toTextAnswer} from '../../domain/capture/text-answer';

/** The maximum size of a response body that is kept, in bytes. */
export const ANSWER_LIMIT = 5 * 1024 * 1024;

/** The response body as text, in the charset it names. The part beyond the limit is not read; `cut` says so. */
export async function readAnswer(response: Response, limit = ANSWER_LIMIT): Promise<AnswerBody> {
  if (response.type === 'opaque' || response.type === 'opaqueredirect')
    return {kind: 'missing', reason: 'opaque'};
  const {bytes, cut} = await readBytes(response.body, limit);
  const mimeType = response.headers.get('content-type');
  return toTextAnswer(toDecoder(mimeType, bytes).decode(bytes), {
    ...(cut && {cut}),
    ...(mimeType !== null && {mimeType}),
  });
}

async function readBytes(body: Response['body'], limit: number): Promise<{bytes: Uint8Array; cut: boolean}> {
  const reader = body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  while (reader && size <= limit) {
    const {done, value} = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  if (size > limit) await reader?.cancel();
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  return {bytes: bytes.subarray(0, limit), cut: size > limit};
}

/** A byte order mark overrides the named charset (Encoding Standard, “decode”). */
function toDecoder(mimeType: string | null, [first, second]: Uint8Array): TextDecoder {
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  const label = /charset="?([^";\s]+)/i.exec(mimeType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    // An unknown charset: the response is read as UTF-8, as if it had named none.
    return new TextDecoder();
  }
}
