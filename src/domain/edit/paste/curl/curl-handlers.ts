import {toText} from '../byte-text';
import type {CurlRequest} from './curl-request';

/** How an option changes its request. */
export type CurlHandler = (request: CurlRequest, value: string, input: CurlInput) => void;

/** The standard input of curl. Can only be read once. */
export class CurlInput {
  constructor(private text: string | null) {}

  /** Null: its contents are not known. */
  read(): string | null {
    const {text} = this;
    if (text !== null) this.text = '';
    return text;
  }
}

/** The options that affect the request itself; all others are ignored. */
export const curlHandlers: ReadonlyMap<string, CurlHandler> = new Map<string, CurlHandler>([
  ['url', ({urls}, value) => urls.push(value)],
  ['request', (request, value) => Object.assign(request, {method: value || null})],
  ['head', (request) => Object.assign(request, {isHead: true})],
  ['no-head', (request) => Object.assign(request, {isHead: false})],
  ['get', (request) => Object.assign(request, {isQuery: true})],
  ['no-get', (request) => Object.assign(request, {isQuery: false})],
  ['globoff', (request) => Object.assign(request, {isGlobbed: false})],
  ['no-globoff', (request) => Object.assign(request, {isGlobbed: true})],
  ['path-as-is', (request) => Object.assign(request, {isPathAsIs: true})],
  ['no-path-as-is', (request) => Object.assign(request, {isPathAsIs: false})],
  ['proto-default', (request, value) => Object.assign(request, {scheme: value})],
  ['header', addHeader],
  ['user-agent', ({set, removed}, value) => setHeader({set, removed}, 'User-Agent', value)],
  ['referer', ({set, removed}, value) => setHeader({set, removed}, 'Referer', withoutAuto(value))],
  ['range', ({set}, value) => set.set('Range', `bytes=${value}`)],
  ['continue-at', ({set}, value) => /^\d+$/.test(value) && set.set('Range', `bytes=${value}-`)],
  ...['time-cond', 'tr-encoding', 'etag-compare'].map((name): [string, CurlHandler] => [
    name,
    ({notes}) => notes.push(`The header that --${name} adds is not included.`),
  ]),
  ['cookie', addCookie],
  ['user', (request, value) => Object.assign(request, {user: value})],
  ['oauth2-bearer', (request, value) => Object.assign(request, {bearer: value})],
  ...['digest', 'ntlm', 'ntlm-wb', 'negotiate', 'anyauth', 'aws-sigv4'].map((name): [string, CurlHandler] => [
    name,
    (request) => Object.assign(request, {login: name}),
  ]),
  ['json', addJson],
  ['data', (request, value, input) => addData(request, value, {kind: 'text', input})],
  ['data-ascii', (request, value, input) => addData(request, value, {kind: 'text', input})],
  ['data-binary', (request, value, input) => addData(request, value, {kind: 'binary', input})],
  ['data-raw', (request, value) => append(request, value)],
  ['data-urlencode', (request, value, input) => append(request, encodeData(request, value, input))],
  ['url-query', addQuery],
  ['form', refuseForm],
  ['form-string', refuseForm],
  ['upload-file', addUpload],
  ['config', ({notes}) => notes.push('The options in the file of -K are not read.')],
  ['netrc', ({notes}) => notes.push('A login from a file (--netrc) is not read.')],
  ['netrc-file', ({notes}) => notes.push('A login from a file (--netrc) is not read.')],
  [
    'request-target',
    ({notes}) => notes.push('--request-target is ignored: browsers send the path of the address.'),
  ],
]);

function setHeader({set, removed}: Pick<CurlRequest, 'set' | 'removed'>, name: string, value: string): void {
  if (value !== '') set.set(name, value);
  else {
    set.delete(name);
    removed.add(name.toLowerCase());
  }
}

/** `;auto` asks curl to keep it up to date while it follows redirects. */
function withoutAuto(value: string): string {
  return value.endsWith(';auto') ? value.slice(0, -5) : value;
}

function addCookie({cookies, notes}: CurlRequest, value: string): void {
  if (value.includes('=')) cookies.push(value);
  else if (value !== '') notes.push('Cookies from a file are not read.');
}

/** `Name:` removes a header that curl would send; `Name;` sends it empty. */
function addHeader(request: CurlRequest, text: string): void {
  // A line break in a header starts another one on the wire.
  for (const line of text.split(/\r?\n|\r/)) addHeaderLine(request, line);
}

function addHeaderLine({headers, removed, notes}: CurlRequest, line: string): void {
  if (line.startsWith('@')) {
    notes.push('Headers from a file are not read.');
    return;
  }
  const colon = line.indexOf(':');
  const name = trimBlanks(colon === -1 ? line : line.slice(0, colon));
  const value = colon === -1 ? '' : trimBlanks(line.slice(colon + 1));
  if (name === '') return;
  if (colon === -1) {
    if (line.endsWith(';')) headers.push({name: line.slice(0, -1), value: ''});
    else if (line.trim() !== '')
      notes.push(`The header ${JSON.stringify(toText(line))} has no colon, so curl does not send it.`);
  } else if (value === '') removed.add(name.toLowerCase());
  else headers.push({name, value});
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ' \t\r\n'.includes(text.charAt(start))) start++;
  while (end > start && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function append(request: CurlRequest, piece: string): void {
  request.data = request.data === null ? piece : `${request.data}&${piece}`;
}

/** Pieces of JSON are concatenated, whatever came before. */
function addJson(request: CurlRequest, value: string, input: CurlInput): void {
  request.isJson = true;
  request.data = (request.data ?? '') + readData(request, value, {kind: 'binary', input});
}

function addData(
  request: CurlRequest,
  value: string,
  how: {kind: 'text' | 'binary'; input: CurlInput},
): void {
  append(request, readData(request, value, how));
}

/** `@-` is standard input, `@name` a file; curl drops the line breaks of files unless they are binary. */
function readData(
  {notes}: CurlRequest,
  value: string,
  {kind, input}: {kind: 'text' | 'binary'; input: CurlInput},
): string {
  if (!value.startsWith('@')) return value;
  const text = isInput(value.slice(1)) ? input.read() : null;
  if (text !== null) return kind === 'binary' ? text : text.replace(/[\r\n\0]/g, '');
  notes.push(
    `${toText(value)} is a file or an input that is not available. That part of the body is missing.`,
  );
  return '';
}

function isInput(file: string): boolean {
  return file === '-' || file === '/dev/stdin' || /^\/(?:dev|proc\/self)\/fd\/0$/.test(file);
}

/** `content`, `=content`, `name=content`, `@file`, `name@file`, as in --data-urlencode. */
function encodeData({notes}: CurlRequest, value: string, input: CurlInput): string {
  const at = value.search(/[=@]/);
  if (at === -1) return encodeBytes(value);
  const name = at === 0 ? '' : `${value.slice(0, at)}=`;
  const rest = value.slice(at + 1);
  if (value[at] === '=') return name + encodeBytes(rest);
  const text = isInput(rest) ? input.read() : null;
  // If there is no content, curl does not even send the name.
  if (text !== null) return text === '' ? '' : name + encodeBytes(text);
  notes.push('Data from a file is not read. That part of the body is missing.');
  return name;
}

/** With a leading `+`: as written. */
function addQuery(request: CurlRequest, value: string, input: CurlInput): void {
  request.queries.push(value.startsWith('+') ? value.slice(1) : encodeData(request, value, input));
}

function encodeBytes(byteText: string): string {
  return byteText.replace(/[^A-Za-z0-9\-._~]/g, (char) =>
    char === ' ' ? '+' : `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function refuseForm(request: CurlRequest): void {
  request.isForm = true;
  request.notes.push('Multipart forms (-F) are not read. The body is missing.');
}

function addUpload(request: CurlRequest, value: string, input: CurlInput): void {
  request.isUpload = true;
  const text = value === '-' ? input.read() : null;
  if (text !== null) request.data = text;
  else request.notes.push('The file of -T is not read. The body is missing.');
}
