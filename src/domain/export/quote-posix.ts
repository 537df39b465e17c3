/** One word of a POSIX shell that means exactly this text. Newlines may stand in it; NUL can't. */
export function quotePosix(text: string): string {
  return /^[A-Za-z0-9_/.:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A `printf` format that writes exactly these bytes, whatever they are. */
export function quotePrintf(bytes: Uint8Array): string {
  const parts = Array.from(bytes, (byte) => {
    if (byte === 0x25) return '%%';
    if (byte === 0x5c) return '\\\\';
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x27;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `'${parts.join('')}'`;
}
