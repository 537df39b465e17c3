const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding (RFC 4648, section 4). The domain has no `btoa`. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(index, index + 3);
    const group = (a << 16) | (b << 8) | c;
    const chars = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63]).join('');
    const missing = Math.max(0, index + 3 - bytes.length);
    parts.push(missing === 0 ? chars : chars.slice(0, 4 - missing) + '='.repeat(missing));
  }
  return parts.join('');
}

/** The bytes of Base64 text, with or without padding or line breaks; null if it is not Base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const digits = text.replace(/[\s=]/g, '');
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let group = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    group = ((group << 6) | alphabet.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (group >> bits) & 255;
  }
  return bytes;
}
