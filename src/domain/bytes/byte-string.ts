/**
 * The value of a header as `fetch` expects it: the bytes of its UTF-8 as one character each. `fetch` rejects all other
 * characters.
 */
export function toByteString(value: string): string {
  if (!/[^\0-\x7f]/.test(value)) return value;
  return Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('');
}

/** The text of a value that was written for `fetch`; unchanged if its bytes are not UTF-8. */
export function fromByteString(value: string): string {
  if (!/[\x80-\xff]/.test(value) || /[^\0-\xff]/.test(value)) return value;
  try {
    const bytes = Uint8Array.from(value, (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    // Not UTF-8: HTTP reads it as one character a byte.
    return value;
  }
}
