import {expandDollar, readBackticks} from './expand';
import type {Scope} from './scope';
import {readAnsiC} from './shell-escapes';
import type {ShellWord} from './shell-word';
import {readTypographic} from './typographic-quotes';

/** The quote that opens at `at` is not closed. */
export class OpenQuoteError extends Error {
  override readonly name = 'OpenQuoteError';
  constructor(readonly at: number) {
    super('A quote is not closed.');
  }
}

/** Characters that end an unquoted word, besides blanks. */
const OPERATORS = '|;&<>()';

/** In UTF-8, as byte text: a no-break, thin, wide or zero-width space, a line separator, and a byte order mark. */
const typographicBlank =
  /\xc2\xa0|\xe2\x80[\x80-\x8b\xa8\xa9\xaf]|\xe2\x81[\x9f\xa0]|\xe3\x80\x80|\xef\xbb\xbf/y;

/** Length of the blank here; 0: not a blank. More than 1: a space that a shell does not treat as one. */
export function blankAt(text: string, at: number): number {
  const char = text.charAt(at);
  if (char === ' ' || char === '\t' || char === '\r') return 1;
  if (char < '\xc2') return 0;
  typographicBlank.lastIndex = at;
  return typographicBlank.exec(text)?.[0].length ?? 0;
}

/** Collects one word while its parts are read. */
class WordBuilder {
  private readonly parts: string[] = [];
  readonly unknown: string[] = [];
  isTypographic = false;

  constructor(readonly isAssignment = false) {}

  add(value: string): void {
    this.parts.push(value);
  }

  addUnknown(source: string): void {
    this.parts.push(source);
    this.unknown.push(source);
  }

  get value(): string {
    return this.parts.join('');
  }
}

/**
 * Reads the word that begins at `start`, which is neither a blank nor an operator. `isAssignment`: expanded values
 * are not split into words. Throws an OpenQuoteError.
 */
export function readWord(
  text: string,
  start: number,
  scope: Scope,
  isAssignment = false,
): {word: ShellWord; end: number} {
  const builder = new WordBuilder(isAssignment);
  let at = start;
  const typographic = readTypographic(text, start);
  if (typographic !== null) {
    builder.isTypographic = true;
    builder.add(typographic.value);
    at = typographic.end;
  }
  if (/^~(?:[\s/;|&<>()]|$)/.test(text.slice(start, start + 2))) {
    builder.addUnknown('~');
    at++;
  }
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\n' || blankAt(text, at) > 0 || (OPERATORS.includes(char) && !isSubstitution(text, at)))
      break;
    at = readPart(text, at, builder, scope);
  }
  const {value, unknown, isTypographic} = builder;
  return {word: {value, source: text.slice(start, at), at: start, unknown, isTypographic}, end: at};
}

/** `<(…)` and `>(…)`: a file that the shell creates from a command. */
export function isSubstitution(text: string, at: number): boolean {
  return (text[at] === '<' || text[at] === '>') && text[at + 1] === '(';
}

function readPart(text: string, at: number, builder: WordBuilder, scope: Scope): number {
  const char = text.charAt(at);
  switch (char) {
    case '\\':
      if (text.startsWith('\r\n', at + 1)) return at + 3;
      if (text[at + 1] !== '\n') builder.add(text.charAt(at + 1));
      return at + 2;
    case "'":
      return readSingleQuoted(text, at, builder);
    case '"':
      return readDoubleQuoted(text, at, builder, scope);
    case '`':
      return addExpansion(builder, readBackticks(text, at, scope, false), false);
    case '$':
      return readDollar(text, at, builder, scope);
    case '<':
    case '>':
      return addExpansion(builder, {...expandDollar(text, at, scope), value: null}, false);
    default: {
      const end = endOfPlain(text, at);
      builder.add(text.slice(at, end));
      return end;
    }
  }
}

function readDollar(text: string, at: number, builder: WordBuilder, scope: Scope): number {
  if (text[at + 1] === "'") {
    const quoted = readAnsiC(text, at + 2);
    if (quoted === null) throw new OpenQuoteError(at);
    builder.add(quoted.value);
    return quoted.end;
  }
  if (text[at + 1] === '"') return readDoubleQuoted(text, at + 1, builder, scope);
  return addExpansion(builder, expandDollar(text, at, scope), false);
}

function readSingleQuoted(text: string, at: number, builder: WordBuilder): number {
  const end = text.indexOf("'", at + 1);
  if (end === -1) throw new OpenQuoteError(at);
  builder.add(text.slice(at + 1, end));
  return end + 1;
}

/** In double quotes a backslash is literal, except before `$`, a backtick, `"`, itself and a line break. */
function readDoubleQuoted(text: string, start: number, builder: WordBuilder, scope: Scope): number {
  let at = start + 1;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    at = readInDoubleQuotes(text, at, builder, scope, '$`"\\');
  }
  throw new OpenQuoteError(start);
}

function readInDoubleQuotes(
  text: string,
  at: number,
  builder: WordBuilder,
  scope: Scope,
  escapable: string,
): number {
  const char = text.charAt(at);
  if (char === '\\') {
    const next = text.charAt(at + 1);
    if (next === '\n') return at + 2;
    builder.add(next !== '' && escapable.includes(next) ? next : `\\${next}`);
    return at + 2;
  }
  if (char === '$') return addExpansion(builder, expandDollar(text, at, scope), true);
  if (char === '`') return addExpansion(builder, readBackticks(text, at, scope, true), true);
  let end = at + 1;
  while (end < text.length && !'\\$`"'.includes(text.charAt(end))) end++;
  builder.add(text.slice(at, end));
  return end;
}

/** The text of a here-document whose delimiter is not quoted. */
export function expandDocument(text: string, scope: Scope): {value: string; unknown: readonly string[]} {
  const builder = new WordBuilder();
  let at = 0;
  while (at < text.length) at = readInDoubleQuotes(text, at, builder, scope, '$`\\');
  return builder;
}

/** Unquoted, a value with blanks or patterns becomes several words; this is not expanded here. */
function addExpansion(
  builder: WordBuilder,
  {value, source, end}: {value: string | null; source: string; end: number},
  isQuoted: boolean,
): number {
  if (value !== null && (isQuoted || builder.isAssignment || !/[\s*?[]/.test(value))) builder.add(value);
  else builder.addUnknown(source);
  return end;
}

function endOfPlain(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !`\n\\'"$\`${OPERATORS}`.includes(text.charAt(at)) && blankAt(text, at) === 0)
    at++;
  return at;
}
