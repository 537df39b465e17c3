import {toBase64} from '../../bytes/to-base64';
import {toBytes, toByteText, toText} from './byte-text';
import {longOption, shortOption} from './curl-options';
import type {RawParts} from './pasted-request';
import {formatPrintf} from './shell-escapes';
import {splitShell} from './split-shell';

/** What the options gathered so far say. Texts are byte texts. */
interface Gathered {
  url: string | null;
  method: string | null;
  headers: {name: string; value: string}[];
  removed: Set<string>;
  data: string[];
  isJson: boolean;
  isQuery: boolean;
  input: string | null;
  notes: string[];
}

/**
 * Reads a cURL command as a POSIX shell and curl would, without running either. A `printf` or `echo` that is piped into
 * it becomes its standard input. Null: there is no curl command in the text, or a quote is never closed.
 */
export function readCurl(text: string): RawParts | null {
  const commands = splitShell(toByteText(text.replace(/^\s*\$\s+/, '')));
  const index = commands?.findIndex(({words}) => isCurl(words[0])) ?? -1;
  const command = commands?.[index];
  if (command === undefined) return null;
  const before = command.isPiped ? commands?.[index - 1] : undefined;
  const gathered: Gathered = {
    url: null,
    method: null,
    headers: [],
    removed: new Set(),
    data: [],
    isJson: false,
    isQuery: false,
    input: before === undefined ? null : readProducer(before.words),
    notes: [],
  };
  if (command.isRedirected) gathered.notes.push('A file is named by < or >; it is not read.');
  for (const {name, value} of readOptions(command.words.slice(1))) apply(gathered, name, value);
  return toParts(gathered);
}

function isCurl(word: string | undefined): boolean {
  return word !== undefined && /(?:^|[\\/])curl(?:\.exe)?$/i.test(word);
}

function readProducer([name, ...values]: readonly string[]): string | null {
  if (name === 'printf') return formatPrintf(values);
  if (name !== 'echo') return null;
  return values[0] === '-n' ? values.slice(1).join(' ') : `${values.join(' ')}\n`;
}

function* readOptions(words: readonly string[]): Generator<{name: string; value: string}> {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--') continue;
    if (word.startsWith('--')) {
      const {name, takes} = longOption(word.slice(2));
      yield {name, value: takes ? (words[++index] ?? '') : ''};
    } else if (word.startsWith('-') && word.length > 1) {
      for (let at = 1; at < word.length; at++) {
        const {name, takes} = shortOption(word.charAt(at));
        if (!takes) yield {name, value: ''};
        else {
          yield {name, value: at + 1 < word.length ? word.slice(at + 1) : (words[++index] ?? '')};
          break;
        }
      }
    } else yield {name: 'url', value: word};
  }
}

function apply(gathered: Gathered, name: string, value: string): void {
  // An option that is not listed here says nothing about the request itself.
  handlers.get(name)?.(gathered, value);
}

type Handler = (gathered: Gathered, value: string) => void;

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['url', addUrl],
  ['request', (gathered, value) => Object.assign(gathered, {method: value})],
  ['head', (gathered) => Object.assign(gathered, {method: gathered.method ?? 'HEAD'})],
  ['get', (gathered) => Object.assign(gathered, {isQuery: true})],
  ['header', addHeader],
  ['user-agent', ({headers}, value) => headers.push({name: 'User-Agent', value})],
  ['referer', ({headers}, value) => headers.push({name: 'Referer', value})],
  ['cookie', addCookie],
  [
    'user',
    ({headers}, value) => headers.push({name: 'Authorization', value: `Basic ${toBase64(toBytes(value))}`}),
  ],
  ['oauth2-bearer', ({headers}, value) => headers.push({name: 'Authorization', value: `Bearer ${value}`})],
  ['json', addJson],
  ['data', (gathered, value) => addData(gathered, value, 'text')],
  ['data-ascii', (gathered, value) => addData(gathered, value, 'text')],
  ['data-binary', (gathered, value) => addData(gathered, value, 'binary')],
  ['data-raw', ({data}, value) => data.push(value)],
  ['data-urlencode', addEncoded],
  ['form', refuseForm],
  ['form-string', refuseForm],
  ['upload-file', addUpload],
]);

function addUrl(gathered: Gathered, value: string): void {
  if (gathered.url === null) gathered.url = value;
  else gathered.notes.push('There are several addresses; the first is taken.');
}

function addCookie({headers, notes}: Gathered, value: string): void {
  if (value.includes('=')) headers.push({name: 'Cookie', value});
  else notes.push('Cookies from a file are not read.');
}

function addJson(gathered: Gathered, value: string): void {
  gathered.isJson = true;
  addData(gathered, value, 'binary');
}

function refuseForm({notes}: Gathered): void {
  notes.push('Multipart forms (-F) are not read: the body is missing.');
}

function addUpload(gathered: Gathered): void {
  gathered.method ??= 'PUT';
  gathered.notes.push('The file of -T is not read: the body is missing.');
}

function addHeader(gathered: Gathered, line: string): void {
  if (line.startsWith('@')) {
    gathered.notes.push('Headers from a file are not read.');
    return;
  }
  const [, name = '', mark = '', value = ''] = /^([^:;]*)([:;]?)[ \t]*(.*?)[ \t]*$/s.exec(line) ?? [];
  // `Name:` takes a header away that curl would send; `Name;` sends it empty.
  if (mark === ':' && value === '') gathered.removed.add(name.toLowerCase());
  else if (name !== '' && mark !== '') gathered.headers.push({name, value: mark === ';' ? '' : value});
}

/** `@-` is standard input, `@name` a file; curl drops the line breaks of files unless they are binary. */
function addData(gathered: Gathered, value: string, kind: 'text' | 'binary'): void {
  if (!value.startsWith('@')) gathered.data.push(value);
  else if (value === '@-' && gathered.input !== null) {
    gathered.data.push(kind === 'binary' ? gathered.input : gathered.input.replace(/[\r\n\0]/g, ''));
  } else
    gathered.notes.push(
      `${toText(value)} is a file or an input that is not here: that part of the body is missing.`,
    );
}

function addEncoded(gathered: Gathered, value: string): void {
  const [, name = '', mark = '', content = ''] = /^([^=@]*)([=@]?)(.*)$/s.exec(value) ?? [];
  if (mark === '@') {
    gathered.notes.push('Data from a file is not read: that part of the body is missing.');
    return;
  }
  const encoded = encodeBytes(mark === '' ? name : content);
  gathered.data.push(mark === '' || name === '' ? encoded : `${name}=${encoded}`);
}

function encodeBytes(byteText: string): string {
  return byteText.replace(/[^A-Za-z0-9\-._~]/g, (char) => {
    return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function toParts(gathered: Gathered): RawParts {
  const {removed, data, isJson, isQuery, notes} = gathered;
  const joined = data.length === 0 ? null : data.join(isJson ? '' : '&');
  const body = isQuery ? null : joined;
  const headers = gathered.headers.map(({name, value}) => ({name: toText(name), value: toText(value)}));
  const has = (name: string) =>
    removed.has(name) || headers.some((header) => header.name.toLowerCase() === name);
  if (isJson && !has('accept')) headers.push({name: 'Accept', value: 'application/json'});
  if (body !== null && !has('content-type')) {
    const value = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
    headers.push({name: 'Content-Type', value});
  }
  return {
    url: toUrl(gathered.url, isQuery ? joined : null),
    method: toText(gathered.method ?? (body === null ? 'GET' : 'POST')),
    headers,
    body: body === null ? null : toBytes(body),
    notes,
  };
}

/** curl takes an address without a scheme for http. */
function toUrl(given: string | null, query: string | null): string | null {
  if (given === null) return null;
  const url = toText(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`);
  if (query === null) return url;
  const [, head = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
  return `${head}${head.includes('?') ? '&' : '?'}${toText(query)}${fragment}`;
}
