import {readJsString} from './read-js-string';

/** A JavaScript literal as written: numbers keep their digits, members their order and duplicates. */
export type JsLiteral =
  | {kind: 'string'; value: string}
  /** A number, true, false, null or undefined. */
  | {kind: 'word'; text: string}
  | {kind: 'array'; items: JsLiteral[]}
  | {kind: 'object'; members: [string, JsLiteral][]}
  /** `name(argument, …)`, with or without `new`. */
  | {kind: 'call'; name: string; items: JsLiteral[]};

/** Senders do not nest deeper, and the reader is recursive. */
const maxDepth = 200;

/** ECMA-262, 12.9.3, with an optional sign. */
const NUMBER =
  /[-+]?(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?)(?![\w$.])/y;
const NAME = /[-+]?[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*/uy;
const CHAR_CODE = /\(?(\w+)\)?\s*=>\s*\1\.(?:charCodeAt|codePointAt)\(0\)/y;

/** The place of an expression that is not a literal: a variable, an operator, a template with an expression. */
export class NoLiteralError extends Error {
  override readonly name = 'NoLiteralError';
}

/**
 * Reads one literal of JavaScript from `start` without running anything: strings of every kind, numbers, arrays,
 * objects, comments, trailing commas, and calls with literal arguments (`JSON.stringify({…})`). Throws a NoLiteralError.
 */
export function readJsLiteral(text: string, start: number): {literal: JsLiteral; end: number} {
  const reader = new Reader(text, start);
  const literal = reader.readValue(0);
  return {literal, end: reader.at};
}

class Reader {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  readValue(depth: number): JsLiteral {
    if (depth > maxDepth) throw new NoLiteralError('It is nested too deeply to be read.');
    this.skip();
    const char = this.text.charAt(this.at);
    if (char === '"' || char === "'" || char === '`') return {kind: 'string', value: this.readString()};
    if (char === '[') return {kind: 'array', items: this.readList(']', depth)};
    if (char === '{') return {kind: 'object', members: this.readMembers(depth)};
    const number = this.match(NUMBER);
    if (number !== null) return {kind: 'word', text: number};
    const word = this.match(NAME);
    if (word === null) throw this.noLiteral();
    if (word === 'new') return this.readValue(depth + 1);
    this.skip();
    if (this.text[this.at] === '(') return {kind: 'call', name: word, items: this.readArguments(word, depth)};
    if (!/^(?:true|false|null|undefined|NaN|[-+]?Infinity)$/.test(word)) {
      throw new NoLiteralError(`“${word}” is a variable; only literals are read.`);
    }
    return {kind: 'word', text: word};
  }

  /** `Uint8Array.from` with a text also takes a function, which our own export writes for bytes that are not UTF-8. */
  private readArguments(name: string, depth: number): JsLiteral[] {
    if (name !== 'Uint8Array.from') return this.readList(')', depth);
    this.at++;
    const items = [this.readValue(depth + 1)];
    if (this.takes(',') && !this.sees(')')) {
      this.skip();
      if (this.match(CHAR_CODE) === null) throw this.noLiteral();
    }
    if (!this.takes(')')) throw this.noLiteral();
    return items;
  }

  private readList(close: string, depth: number): JsLiteral[] {
    const items: JsLiteral[] = [];
    this.at++;
    while (!this.takes(close)) {
      items.push(this.readValue(depth + 1));
      if (!this.takes(',') && !this.sees(close)) throw this.noLiteral();
    }
    return items;
  }

  private readMembers(depth: number): [string, JsLiteral][] {
    const members: [string, JsLiteral][] = [];
    this.at++;
    while (!this.takes('}')) {
      const isQuoted = this.sees('"') || this.sees("'");
      const key = isQuoted ? this.readString() : (this.match(NUMBER) ?? this.match(NAME));
      if (key === null || !this.takes(':')) throw this.noLiteral();
      members.push([key, this.readValue(depth + 1)]);
      if (!this.takes(',') && !this.sees('}')) throw this.noLiteral();
    }
    return members;
  }

  private readString(): string {
    const {value, end} = readJsString(this.text, this.at) ?? {};
    if (value === undefined || end === undefined) throw this.noLiteral();
    this.at = end;
    return value;
  }

  private takes(char: string): boolean {
    if (!this.sees(char)) return false;
    this.at++;
    return true;
  }

  private sees(char: string): boolean {
    this.skip();
    return this.text[this.at] === char;
  }

  private skip(): void {
    this.match(/(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private noLiteral(): NoLiteralError {
    const near = this.text.slice(this.at, this.at + 20);
    return new NoLiteralError(
      near === '' ? 'The text ends too early.' : `Only literals are read, not code: “${near}”.`,
    );
  }
}

/**
 * The result of JSON.stringify for a literal, with numbers as written if JSON allows it.
 * @param space indentation of each level; empty: everything on one line
 */
export function toJson(literal: JsLiteral, space = '', indent = ''): string {
  const inner = indent + space;
  switch (literal.kind) {
    case 'string':
      return JSON.stringify(literal.value);
    case 'word':
      return wordToJson(literal.text.replaceAll('_', ''));
    case 'array':
      return onLines(
        '[]',
        literal.items.map((item) => toJson(item, space, inner)),
        {space, indent},
      );
    case 'object':
      return onLines(
        '{}',
        literal.members
          .filter(([, value]) => value.kind !== 'word' || value.text !== 'undefined')
          .map(
            ([key, value]) =>
              `${JSON.stringify(key)}:${space === '' ? '' : ' '}${toJson(value, space, inner)}`,
          ),
        {space, indent},
      );
    case 'call':
      throw new NoLiteralError(`${literal.name}(…) is code; only literals are read.`);
  }
}

function onLines(
  brackets: string,
  items: readonly string[],
  {space, indent}: {space: string; indent: string},
): string {
  const [open, close] = brackets;
  if (space === '' || items.length === 0) return `${open}${items.join(',')}${close}`;
  const line = `\n${indent}${space}`;
  return `${open}${line}${items.join(`,${line}`)}\n${indent}${close}`;
}

/** Numbers keep their digits if JSON allows them as written; NaN and Infinity become null. */
function wordToJson(text: string): string {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$|^(?:true|false|null)$/.test(text)) return text;
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(text) ?? [];
  return JSON.stringify(sign === '-' ? -Number(digits) : Number(digits));
}
