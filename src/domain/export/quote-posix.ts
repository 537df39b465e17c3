import {hasHidden} from '../bytes/hidden-characters';

/**
 * One word of a POSIX shell that means exactly this text, in bash, zsh, dash and fish alike. For fish a backslash within
 * single quotes escapes a quote and another backslash, so that those are outside of them. Characters that a terminal would
 * take for keys, or that hide from the reader, are written as numbers by `printf` (`$'…'` is not known to dash). The
 * text holds no NUL; one that ends in a line break holds none of these.
 */
export function quotePosix(text: string): string {
  // zsh reads `=ls` and fish `%self` as something else.
  if (/^[A-Za-z0-9_/.:@+,-][A-Za-z0-9_/.:=@%+,-]*$/.test(text)) return text;
  if (hasHidden(text.replaceAll('\n', ' ')))
    return `"$(printf ${quotePrintf(new TextEncoder().encode(text))})"`;
  const quoted = text.replace(/'|\\(?=')|\\{2,}|\\$/g, (found) => `'${found.replace(/./g, '\\$&')}'`);
  return `'${quoted}'`;
}

/** A `printf` format that writes exactly these bytes, whatever they are. Its first is never taken for an option. */
export function quotePrintf(bytes: Uint8Array): string {
  const parts = Array.from(bytes, (byte, index) => {
    if (byte === 0x25) return '%%';
    // Old versions of bash look for `!` where the quotes are within others.
    const isSpecial = byte === 0x21 || byte === 0x27 || byte === 0x5c || (byte === 0x2d && index === 0);
    const isPlain = byte >= 0x20 && byte < 0x7f && !isSpecial;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `'${parts.join('')}'`;
}
