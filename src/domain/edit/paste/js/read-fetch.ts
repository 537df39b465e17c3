import {fromBase64} from '../../../bytes/to-base64';
import type {RawParts} from '../pasted-request';
import {type JsLiteral, NoLiteralError, readJsLiteral, toJson} from './read-js-literal';

const call = /(?:^|[^\w$.])(?:(?:window|globalThis|self)\s*\.\s*)?fetch\s*\(/;

/** Does this text call fetch? */
export function isFetchCall(text: string): boolean {
  return call.test(text);
}

/** Does this text begin with a call of fetch, or a statement that takes its result? Comments may stand before it. */
export function beginsWithFetch(text: string): boolean {
  const begin = text.replace(/^(?:\/\/[^\n]*\n\s*)+/, '').slice(0, 200);
  return /^(?:(?:const|let|var)\s+\w+\s*=\s*)?(?:await\s+)?(?:(?:window|globalThis|self)\s*\.\s*)?fetch\s*\(/.test(
    begin,
  );
}

/** Reads a fetch call whose arguments are literals; nothing is run. Throws a NoLiteralError with a sentence. */
export function readFetch(text: string): RawParts {
  const found = call.exec(text);
  if (found === null) throw new NoLiteralError('No fetch call was found.');
  const paren = found.index + found[0].length - 1;
  const {literal} = readJsLiteral(`_${text.slice(paren)}`, 0);
  const [url, init] = literal.kind === 'call' ? literal.items : [];
  if (url?.kind !== 'string') throw new NoLiteralError('The address is not a literal.');
  const options = new Map(init?.kind === 'object' ? init.members : []);
  const notes: string[] = [];
  const body = readBody(options.get('body'), notes);
  const method = options.get('method');
  return {
    url: url.value,
    method: method?.kind === 'string' ? method.value : body === null ? 'GET' : 'POST',
    headers: readHeaders(options.get('headers')),
    body,
    notes,
  };
}

function readHeaders(literal: JsLiteral | undefined): {name: string; value: string}[] {
  if (literal?.kind === 'call' && literal.name === 'Headers') return readHeaders(literal.items[0]);
  if (literal?.kind === 'object')
    return literal.members.map(([name, value]) => ({name, value: toText(value)}));
  if (literal?.kind !== 'array') return [];
  return literal.items.map((pair) => {
    const [name, value] = pair.kind === 'array' ? pair.items : [];
    if (name === undefined || value === undefined)
      throw new NoLiteralError('A header is not a pair of name and value.');
    return {name: toText(name), value: toText(value)};
  });
}

function toText(literal: JsLiteral): string {
  if (literal.kind === 'string') return literal.value;
  if (literal.kind === 'word') return literal.text;
  throw new NoLiteralError('The value of a header is not a literal.');
}

function readBody(literal: JsLiteral | undefined, notes: string[]): Uint8Array<ArrayBuffer> | null {
  if (literal === undefined || (literal.kind === 'word' && /^(?:null|undefined)$/.test(literal.text)))
    return null;
  if (literal.kind === 'string') return new TextEncoder().encode(literal.value);
  const [argument] = literal.kind === 'call' ? literal.items : [];
  if (literal.kind === 'call' && literal.name === 'JSON.stringify' && argument !== undefined) {
    const text = toStringified(argument, literal.items.slice(1));
    if (text !== null) return new TextEncoder().encode(text);
  }
  if (literal.kind === 'call' && literal.name === 'Uint8Array' && argument?.kind === 'array') {
    return Uint8Array.from(argument.items, (item) => Number(toText(item)));
  }
  if (literal.kind === 'call' && literal.name === 'Uint8Array.from') {
    const bytes = readBytes(argument);
    if (bytes !== null) return bytes;
  }
  notes.push('The body is created by code, so it was not read.');
  return null;
}

/** What JSON.stringify writes, on lines of its own where it is asked to; null where it is asked for a choice of members. */
function toStringified(value: JsLiteral, [chosen, space]: JsLiteral[]): string | null {
  if (chosen !== undefined && !(chosen.kind === 'word' && /^(?:null|undefined)$/.test(chosen.text)))
    return null;
  if (space === undefined) return toJson(value);
  if (space.kind === 'string') return toJson(value, space.value.slice(0, 10));
  const width = space.kind === 'word' ? Number(space.text) : Number.NaN;
  return toJson(value, ' '.repeat(Math.min(10, Math.max(0, Math.trunc(width) || 0))));
}

/** `[1, 2]`, and `atob("…")`. */
function readBytes(literal: JsLiteral | undefined): Uint8Array<ArrayBuffer> | null {
  if (literal?.kind === 'array') return Uint8Array.from(literal.items, (item) => Number(toText(item)));
  const [base64] = literal?.kind === 'call' && literal.name === 'atob' ? literal.items : [];
  return base64?.kind === 'string' ? fromBase64(base64.value) : null;
}
