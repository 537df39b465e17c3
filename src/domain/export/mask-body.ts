import {joinBytes} from '../bytes/join-bytes';

/** Members of a body that hold a key: Segment's `writeKey` (docs/connections/sources), `api_key` of older APIs, tokens. */
const secretMember =
  /("(?:write_?key|api_?key|secret(?:_?key)?|access_?token|auth_?token|password|authorization)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;

/** The body with the keys inside it masked and every other byte as it was; null if it holds none. */
export function maskBody(bytes: Uint8Array, mask: string): Uint8Array<ArrayBuffer> | null {
  // One character a byte, so that an index in the text is one in the bytes, UTF-8 or not.
  const text = new TextDecoder('latin1').decode(bytes);
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const match of text.matchAll(secretMember)) {
    const value = match.index + (match[1]?.length ?? 0);
    parts.push(bytes.subarray(end, value), new TextEncoder().encode(`"${mask}"`));
    end = match.index + match[0].length;
  }
  if (parts.length === 0) return null;
  return joinBytes([...parts, bytes.subarray(end)]);
}
