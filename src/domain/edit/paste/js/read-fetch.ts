import {fromByteString} from '../../../bytes/byte-string';
import {fromBase64} from '../../../bytes/to-base64';
import {toLineColumn} from '../../../json/to-line-column';
import {toFetchMethod} from '../../../replay/to-fetch-method';
import type {RawParts} from '../pasted-request';
import {type JsLiteral, NoLiteralError, readJsLiteral, toJson} from './read-js-literal';

const call = /(?:^|[^\w$.])(?:(?:window|globalThis|self)\s*\.\s*)?fetch\s*\(/g;

/** Whether this text calls fetch. */
export function isFetchCall(text: string): boolean {
  return text.search(call) >= 0;
}

/** Whether this text begins with a call of fetch, or a statement that uses its result, possibly after comments. */
export function beginsWithFetch(text: string): boolean {
  const begin = text.replace(/^(?:\/\/[^\n]*\n\s*)+/, '').slice(0, 200);
  return /^(?:(?:const|let|var)\s+\w+\s*=\s*)?(?:await\s+)?(?:(?:window|globalThis|self)\s*\.\s*)?fetch\s*\(/.test(
    begin,
  );
}

/**
 * Reads the fetch calls of a text, whose arguments must be literals; code is not run. Throws a NoLiteralError with a
 * sentence if the first is not a literal. If a later one is not, a note says that the rest is left out.
 */
export function readFetchCalls(text: string): RawParts[] {
  const requests: RawParts[] = [];
  let end = 0;
  for (const {0: found, index} of text.matchAll(call)) {
    const start = index + found.lastIndexOf('fetch');
    // Text within the arguments of a call does not count as a call.
    if (start < end) continue;
    try {
      const {literal, end: behind} = readJsLiteral(text, start);
      requests.push(toRequest(literal));
      end = behind;
    } catch (error) {
      if (!(error instanceof NoLiteralError) || requests.length === 0) throw error;
      const {line} = toLineColumn(text, start);
      const note = `The fetch call in line ${line} and what follows it were not read. ${error.message}`;
      return requests.map((request) => ({...request, notes: [...request.notes, note]}));
    }
  }
  if (requests.length === 0) throw new NoLiteralError('No fetch call was found.');
  return requests;
}

function toRequest(literal: JsLiteral): RawParts {
  const [url, init] = literal.kind === 'call' ? literal.items : [];
  if (url?.kind !== 'string') throw new NoLiteralError('The address is not a literal.');
  const options = new Map(init?.kind === 'object' ? init.members : []);
  const notes: string[] = [];
  const body = readBody(options.get('body'), notes);
  const headers = readHeaders(options.get('headers'));
  const hasType = headers.some(({name}) => name.toLowerCase() === 'content-type');
  if (body?.type && !hasType) headers.push({name: 'Content-Type', value: body.type});
  const named = options.get('method');
  const method = named?.kind === 'string' ? toFetchMethod(named.value) : 'GET';
  const isRefused = body !== null && method === 'GET';
  if (isRefused) notes.push('fetch sends no body with GET. The method is read as POST.');
  return {url: url.value, method: isRefused ? 'POST' : method, headers, body: body?.bytes ?? null, notes};
}

function readHeaders(literal: JsLiteral | undefined): {name: string; value: string}[] {
  if (literal?.kind === 'call' && literal.name === 'Headers') return readHeaders(literal.items[0]);
  if (literal?.kind === 'object')
    return literal.members.map(([name, value]) => ({name, value: fromByteString(toText(value))}));
  if (literal?.kind !== 'array') return [];
  return literal.items.map((pair) => {
    const [name, value] = pair.kind === 'array' ? pair.items : [];
    if (name === undefined || value === undefined)
      throw new NoLiteralError('A header is not a pair of name and value.');
    return {name: toText(name), value: fromByteString(toText(value))};
  });
}

function toText(literal: JsLiteral): string {
  if (literal.kind === 'string') return literal.value;
  if (literal.kind === 'word') return literal.text;
  throw new NoLiteralError('The value of a header is not a literal.');
}

interface FetchBody {
  bytes: Uint8Array<ArrayBuffer>;
  /** The Content-Type that fetch sets for such a body if there is no such header. */
  type: string | null;
}

function ofText(text: string): FetchBody {
  return {bytes: new TextEncoder().encode(text), type: 'text/plain;charset=UTF-8'};
}

function readBody(literal: JsLiteral | undefined, notes: string[]): FetchBody | null {
  if (literal === undefined || (literal.kind === 'word' && /^(?:null|undefined)$/.test(literal.text)))
    return null;
  if (literal.kind === 'string') return ofText(literal.value);
  const [argument] = literal.kind === 'call' ? literal.items : [];
  if (literal.kind === 'call' && literal.name === 'JSON.stringify' && argument !== undefined) {
    const text = toStringified(argument, literal.items.slice(1));
    if (text !== null) return ofText(text);
  }
  if (literal.kind === 'call' && literal.name === 'Uint8Array' && argument?.kind === 'array') {
    return {bytes: Uint8Array.from(argument.items, (item) => Number(toText(item))), type: null};
  }
  if (literal.kind === 'call' && literal.name === 'Uint8Array.from') {
    const bytes = readBytes(argument);
    if (bytes !== null) return {bytes, type: null};
  }
  notes.push('The body is created by code, so it was not read.');
  return null;
}

/** The result of JSON.stringify, indented if requested; null if it is called with a selection of members. */
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
