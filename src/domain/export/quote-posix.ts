import {hasHidden} from '../bytes/hidden-characters';

/**
 * One word of a POSIX shell that means exactly this text, in bash, zsh and dash alike. Characters that a terminal would
 * take for keys, or that hide from the reader, are written as numbers by `printf` (`$'…'` is not known to dash). The
 * text holds no NUL; one that ends in a line break holds none of these.
 */
export function quotePosix(text: string): string {
  if (/^[A-Za-z0-9_/.:=@%+,-]+$/.test(text)) return text;
  if (hasHidden(text.replaceAll('\n', ' ')))
    return `"$(printf ${quotePrintf(new TextEncoder().encode(text))})"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A `printf` format that writes exactly these bytes, whatever they are. Its first is never taken for an option. */
export function quotePrintf(bytes: Uint8Array): string {
  const parts = Array.from(bytes, (byte, index) => {
    if (byte === 0x25) return '%%';
    if (byte === 0x5c) return '\\\\';
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && !(byte === 0x2d && index === 0);
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `'${parts.join('')}'`;
}
