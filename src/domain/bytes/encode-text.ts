const encoder = new TextEncoder();

/**
 * As UTF-8. Most bodies are ASCII, and those are written into a place of just their size, which Chromium does four
 * times as fast as finding the size out; any other character needs more room than that, and is encoded the usual way.
 */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  const {read} = encoder.encodeInto(text, bytes);
  return read === text.length ? bytes : encoder.encode(text);
}
