const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Reads a JavaScript string from its opening quote; null if it is not closed or is a template with an expression. */
export function readJsString(text: string, start: number): {value: string; end: number} | null {
  const quote = text.charAt(start);
  const parts: string[] = [];
  let at = start + 1;
  while (at < text.length) {
    const plain = endOfPlain(text, at, quote);
    parts.push(text.slice(at, plain));
    at = plain;
    const char = text.charAt(at);
    if (char === quote) return {value: parts.join(''), end: at + 1};
    if (char === '\\') {
      const {value, end} = readEscape(text, at + 1);
      parts.push(value);
      at = end;
    } else if (char === '$' && text[at + 1] === '{') return null;
    else {
      const length = lengthOfBreak(text, at);
      if (length > 0 && quote !== '`') return null;
      // In a template every line break is a line feed.
      parts.push(length > 0 ? '\n' : char);
      at += length || 1;
    }
  }
  return null;
}

function endOfPlain(text: string, start: number, quote: string): number {
  let at = start;
  while (at < text.length) {
    const char = text[at];
    if (char === quote || char === '\\' || char === '\n' || char === '\r' || (char === '$' && quote === '`'))
      break;
    at++;
  }
  return at;
}

function readEscape(text: string, at: number): {value: string; end: number} {
  const rest = text.slice(at, at + 10);
  const unit = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4}))/i.exec(rest);
  if (unit !== null) {
    return {
      value: String.fromCharCode(Number.parseInt(unit[1] ?? unit[2] ?? '', 16)),
      end: at + unit[0].length,
    };
  }
  const point = /^u\{([0-9a-f]{1,6})\}/i.exec(rest);
  const code = Number.parseInt(point?.[1] ?? '', 16);
  if (point !== null && code <= 0x10ffff)
    return {value: String.fromCodePoint(code), end: at + point[0].length};
  const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(rest)?.[0];
  if (octal !== undefined)
    return {value: String.fromCharCode(Number.parseInt(octal, 8)), end: at + octal.length};
  // A line break after a backslash continues the string.
  const length = lengthOfBreak(text, at) || Number(/^[\u2028\u2029]/.test(rest));
  if (length > 0) return {value: '', end: at + length};
  const char = rest.charAt(0);
  return {value: escapes[char] ?? char, end: at + 1};
}

/** 0: there is no line break. */
function lengthOfBreak(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : Number(text[at] === '\n' || text[at] === '\r');
}
