import {toByteText} from '../byte-text';

const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

/** Reads `$'…'` (ANSI-C quoting of bash and POSIX 2024) from after its first quote; null if it is not closed. */
export function readAnsiC(text: string, start: number): {value: string; end: number} | null {
  let value = '';
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    // Bash drops everything after a NUL.
    if (char === "'") return {value: value.split('\0', 1)[0] ?? '', end: at + 1};
    if (char !== '\\') {
      value += char;
      at++;
      continue;
    }
    const sequence = readControl(text, at + 1) ?? readEscape(text, at + 1);
    value += sequence.value;
    at = sequence.end;
  }
  return null;
}

/** `\\cA`: the control character of a letter. */
function readControl(text: string, at: number): {value: string; end: number} | null {
  const letter = text.charAt(at + 1);
  return text[at] === 'c' && letter !== ''
    ? {value: byte(letter.toUpperCase().charCodeAt(0) ^ 64), end: at + 2}
    : null;
}

/**
 * The output of `printf FORMAT ARGUMENT…` in a shell, for formats with text: escapes, `%s`, `%b` and `%%`. Null for
 * others.
 */
export function formatPrintf([format = '', ...values]: readonly string[]): string | null {
  let written = '';
  let used = 0;
  do {
    let at = 0;
    while (at < format.length) {
      const char = format.charAt(at);
      const kind = format.charAt(at + 1);
      if (char === '%' && (kind === 's' || kind === 'b' || kind === '%')) {
        const value = kind === '%' ? '%' : (values[used++] ?? '');
        const [text = '', rest] = kind === 'b' ? splitAtStop(value) : [value];
        written += kind === 'b' ? unescapeAll(text) : text;
        if (rest !== undefined) return written;
        at += 2;
      } else if (char === '%') {
        return null;
      } else if (char === '\\') {
        const sequence = readEscape(format, at + 1);
        written += sequence.value;
        at = sequence.end;
      } else {
        written += char;
        at++;
      }
    }
  } while (used > 0 && used < values.length);
  return written;
}

/** `\c` ends the output. */
function splitAtStop(text: string): string[] {
  const stop = /^(?:[^\\]|\\[^c])*?(?=\\c)/s.exec(text);
  return stop === null ? [text] : [stop[0], ''];
}

function unescapeAll(text: string): string {
  return text.replace(/\\(?:0?[0-7]{1,3}|.)/gs, (found) =>
    /^\\0[0-7]{1,3}$/.test(found) ? byte(Number.parseInt(found.slice(2), 8)) : readEscape(found, 1).value,
  );
}

/** The escape whose backslash is before `at`. An unknown one is unchanged. */
function readEscape(text: string, at: number): {value: string; end: number} {
  const rest = text.slice(at, at + 10);
  const letter = letters[rest.charAt(0)];
  if (letter !== undefined) return {value: letter, end: at + 1};
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
  if (octal !== undefined) return {value: byte(Number.parseInt(octal, 8)), end: at + octal.length};
  const hex = /^x[0-9a-f]{1,2}/i.exec(rest)?.[0];
  if (hex !== undefined) return {value: byte(Number.parseInt(hex.slice(1), 16)), end: at + hex.length};
  const unicode = /^(?:u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8})/.exec(rest)?.[0];
  const code = Number.parseInt(unicode?.slice(1) ?? '', 16);
  if (unicode !== undefined && code <= 0x10ffff) {
    return {value: toByteText(String.fromCodePoint(code)), end: at + unicode.length};
  }
  return {value: `\\${rest.charAt(0)}`, end: at + 1};
}

function byte(code: number): string {
  return String.fromCharCode(code & 255);
}
