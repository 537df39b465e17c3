import type {Scope} from './scope';

/** An expansion: its value, or null if only the shell knows it, and its end in the text. */
export interface Expansion {
  value: string | null;
  source: string;
  end: number;
}

/** Reads `$NAME`, `${…}`, `$(…)`, `$((…))`, `$[…]` and, from their first character, `<(…)` and `>(…)`. */
export function expandDollar(text: string, at: number, scope: Scope): Expansion {
  const next = text.charAt(at + 1);
  if (next === '(') {
    const end = findClose(text, at + 2, ')');
    const inner = text.slice(at + 2, end - 1);
    return {value: inner.startsWith('(') ? null : run(inner, scope), source: text.slice(at, end), end};
  }
  if (next === '{') {
    const end = findClose(text, at + 2, '}');
    const name = text.slice(at + 2, end - 1);
    return {value: scope.variables.get(name) ?? null, source: text.slice(at, end), end};
  }
  if (next === '[') {
    const end = findClose(text, at + 2, ']');
    return {value: null, source: text.slice(at, end), end};
  }
  const name = readName(text, at + 1);
  // A dollar sign before anything else is literal.
  if (name === '') return {value: '$', source: '$', end: at + 1};
  const end = at + 1 + name.length;
  return {value: scope.variables.get(name) ?? null, source: text.slice(at, end), end};
}

/** In double quotes a backslash before it is removed, too. */
export function readBackticks(text: string, at: number, scope: Scope, isQuoted: boolean): Expansion {
  let end = at + 1;
  while (end < text.length && text[end] !== '`') end += text[end] === '\\' ? 2 : 1;
  const inner = text.slice(at + 1, end).replace(isQuoted ? /\\([\\$`"])/g : /\\([\\$`])/g, '$1');
  return {value: run(inner, scope), source: text.slice(at, end + 1), end: Math.min(text.length, end + 1)};
}

/** Bash removes trailing line breaks from the output of a command, and every NUL. */
function run(script: string, scope: Scope): string | null {
  const written = scope.run(script);
  if (written === null) return null;
  let end = written.length;
  while (end > 0 && written[end - 1] === '\n') end--;
  return written.slice(0, end).replaceAll('\0', '');
}

function readName(text: string, at: number): string {
  const first = text.charAt(at);
  if (/[0-9@*#?$!-]/.test(first)) return first;
  let end = at;
  while (end < text.length && /[A-Za-z0-9_]/.test(text.charAt(end))) end++;
  return text.slice(at, end);
}

/** A here-document, whose text begins on the next line. */
const documentMark = /<<(-?)[ \t]{0,8}(?:'([^'\n]{1,80})'|"([^"\n]{1,80})"|\\?([\w.-]{1,80}))/y;

/** The position after the here-documents of a line, whose text begins at `start`; `start` if one is not closed. */
function passDocuments(text: string, start: number, marks: readonly RegExpExecArray[]): number {
  let at = start;
  for (const [, dash, ...names] of marks) {
    const delimiter = names.find((name) => name !== undefined) ?? '';
    let line: string | null = null;
    while (line !== delimiter) {
      if (at >= text.length) return start;
      const end = text.indexOf('\n', at);
      const whole = text.slice(at, end === -1 ? undefined : end).replace(/\r$/, '');
      line = dash === '-' ? whole.replace(/^\t+/, '') : whole;
      at = end === -1 ? text.length : end + 1;
    }
  }
  return at;
}

/**
 * The position after the bracket that closes the one opened before `start`; skips quotes, nested brackets and
 * here-documents.
 */
function findClose(text: string, start: number, close: ')' | '}' | ']'): number {
  const endOfLine = (from: number) => (text.indexOf('\n', from) + 1 || text.length) - 1;
  const open = {')': '(', '}': '{', ']': '['}[close];
  const hasDocuments = close === ')' && text[start] !== '(';
  let marks: RegExpExecArray[] = [];
  let depth = 1;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (hasDocuments && quote === '' && char === '<' && text[at - 1] !== '<') {
      documentMark.lastIndex = at;
      const mark = documentMark.exec(text);
      if (mark !== null) {
        marks.push(mark);
        at = documentMark.lastIndex - 1;
        continue;
      }
    }
    if (char === '\n' && quote === '' && marks.length > 0) {
      at = passDocuments(text, at + 1, marks) - 1;
      marks = [];
      continue;
    }
    if (char === '\\' && quote !== "'") at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '#' && close === ')' && /\s/.test(text.charAt(at - 1))) at = endOfLine(at);
    else if (char === open) depth++;
    else if (char === close && --depth === 0) return at + 1;
  }
  return text.length;
}
