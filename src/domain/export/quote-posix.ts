import {hasHidden} from '../bytes/hidden-characters';

/**
 * One word of a POSIX shell that means exactly this text, in bash, zsh, dash and fish. In fish a backslash within
 * single quotes escapes a quote or another backslash, so these are put outside the quotes. Characters that a terminal
 * would interpret as keys, or that are invisible, are written as numbers with `printf` (dash does not know `$'…'`). The
 * text must not contain NUL; if it ends with a line break, it must not contain any of these characters.
 */
export function quotePosix(text: string): string {
  // zsh expands `=ls`, and fish `%self`.
  if (/^[A-Za-z0-9_/.:@+,-][A-Za-z0-9_/.:=@%+,-]*$/.test(text)) return text;
  if (hasHidden(text.replaceAll('\n', ' ')))
    return `"$(printf ${quotePrintf(new TextEncoder().encode(text))})"`;
  const quoted = text.replace(/'|\\(?=')|\\{2,}|\\$/g, (found) => `'${found.replace(/./g, '\\$&')}'`);
  return `'${quoted}'`;
}

/** A `printf` format that writes exactly these bytes. Its start is never interpreted as an option. */
export function quotePrintf(bytes: Uint8Array): string {
  const parts = Array.from(bytes, (byte, index) => {
    if (byte === 0x25) return '%%';
    // Old versions of bash expand `!` if the quotes are inside other quotes.
    const isSpecial = byte === 0x21 || byte === 0x27 || byte === 0x5c || (byte === 0x2d && index === 0);
    const isPlain = byte >= 0x20 && byte < 0x7f && !isSpecial;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `'${parts.join('')}'`;
}
