/**
 * "Byte text": a string with one character per byte. A shell works on bytes (`$'\xff'` is one), and so do these
 * readers; only what is shown becomes text.
 */
export function toByteText(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return parts.join('');
}

export function toBytes(byteText: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteText.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = byteText.charCodeAt(index);
  return bytes;
}

/** Byte text decoded as UTF-8; invalid bytes become U+FFFD. */
export function toText(byteText: string): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(toBytes(byteText));
}
