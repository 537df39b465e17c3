/** Alternating start and end of the ranges, in order: a large text has a hundred thousand of them. */
export type FlatRanges = readonly number[];

/**
 * A pretty-printed text: every character of the original in order, and line breaks between its tokens. The editor
 * draws the space after a colon, which costs nothing for lines that are not visible.
 */
export interface ReadableText {
  /** Without the line feeds between them. */
  lines: readonly string[];
  /** The ranges of the text that are not in the original: line breaks and indentation. */
  added: FlatRanges;
}

const MAX_INDENT = 60;
/** Longer lines are pretty-printed. */
const LONG_LINE = 160;

enum Char {
  Tab = 9,
  LineFeed = 10,
  Return = 13,
  Space = 32,
  Quote = 34,
  Comma = 44,
  Slash = 47,
  OpenBracket = 91,
  Backslash = 92,
  CloseBracket = 93,
  OpenBrace = 123,
  CloseBrace = 125,
}

/**
 * Pretty-prints JSON without changing a character of it: whitespace is only added, never at a line break, in a string
 * or in a comment. Text that is not JSON passes through, pretty-printed as far as it looks like JSON.
 */
export function toReadableText(text: string): ReadableText {
  const layout = createLayout(text);
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === Char.Quote) {
      at = skipString(text, at);
      continue;
    }
    if (char === Char.Slash) {
      at = skipComment(text, at);
      continue;
    }
    at += 1;
    if (char === Char.OpenBrace || char === Char.OpenBracket) {
      const next = skipBlanks(text, at);
      if (isClosing(text.charCodeAt(next))) {
        at = next + 1;
        continue;
      }
      depth += 1;
      layout.breakLine(next, depth);
    } else if (char === Char.Comma) {
      layout.breakLine(skipBlanks(text, at), depth);
    } else if (isClosing(char)) {
      depth = Math.max(0, depth - 1);
      layout.breakLineBefore(at - 1, depth);
    }
  }
  return layout.finish();
}

/** Whether a text has lines that are too long to read. */
export function hasLongLine(text: string): boolean {
  let start = 0;
  while (text.length - start > LONG_LINE) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end - start > LONG_LINE) return true;
    start = end + 1;
  }
  return false;
}

/** Line by line, as an editor stores its document: one long text would only be split again. */
function createLayout(text: string) {
  const lines: string[] = [];
  const added: number[] = [];
  let line = '';
  let copied = 0;
  let sum = 0;
  let nextFeed = toEnd(text, text.indexOf('\n'));
  const copy = (end: number) => {
    while (nextFeed < end) {
      lines.push(line + text.slice(copied, nextFeed));
      line = '';
      copied = nextFeed + 1;
      nextFeed = toEnd(text, text.indexOf('\n', copied));
    }
    line += text.slice(copied, end);
    copied = end;
  };
  const addBreak = (at: number, depth: number) => {
    copy(at);
    lines.push(line);
    line = toIndent(depth);
    const from = at + sum;
    sum += 1 + line.length;
    added.push(from, at + sum);
  };
  /** `next` is the token after the blanks: no break is added if the blanks contain one, or nothing follows. */
  const breakLine = (next: number, depth: number) => {
    if (next < text.length && !breaksBefore(text, next) && !isClosing(text.charCodeAt(next))) {
      addBreak(next, depth);
    }
  };
  const breakLineBefore = (at: number, depth: number) => {
    if (at >= copied && !breaksBefore(text, at)) addBreak(at, depth);
  };
  const finish = (): ReadableText => {
    copy(text.length);
    lines.push(line);
    return {lines, added};
  };
  return {breakLine, breakLineBefore, finish};
}

/** The content of such a range with that length. */
export function toBreak(length: number): string {
  return breaks[length] ?? '\n'.padEnd(length);
}

const breaks = Array.from({length: MAX_INDENT + 2}, (_, length) => '\n'.padEnd(length));

const indents = Array.from({length: MAX_INDENT / 2 + 1}, (_, depth) => ' '.repeat(depth * 2));

function toIndent(depth: number): string {
  return indents[Math.min(depth, indents.length - 1)] ?? '';
}

function skipString(text: string, open: number): number {
  let at = open + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(close - 1 - slashes) === Char.Backslash) slashes += 1;
    if (slashes % 2 === 0) return close + 1;
    at = close + 1;
  }
}

function skipComment(text: string, slash: number): number {
  if (text.startsWith('//', slash)) return toEnd(text, text.indexOf('\n', slash));
  if (text.startsWith('/*', slash)) {
    const close = text.indexOf('*/', slash + 2);
    return close === -1 ? text.length : close + 2;
  }
  return slash + 1;
}

function toEnd(text: string, found: number): number {
  return found === -1 ? text.length : found;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function breaksBefore(text: string, at: number): boolean {
  for (let i = at - 1; isBlank(text.charCodeAt(i)); i -= 1) {
    const char = text.charCodeAt(i);
    if (char === Char.LineFeed || char === Char.Return) return true;
  }
  return false;
}

function isBlank(char: number): boolean {
  return char === Char.Space || char === Char.LineFeed || char === Char.Return || char === Char.Tab;
}

function isClosing(char: number): boolean {
  return char === Char.CloseBrace || char === Char.CloseBracket;
}
