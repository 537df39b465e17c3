import {hasHidden} from '../bytes/hidden-characters';
import type {CapturedRequest} from '../capture/captured-request';
import {type ExportOptions, toExported} from './exported-request';
import {quotePosix, quotePrintf} from './quote-posix';

/** A single argument may not exceed 128 KiB on Linux (MAX_ARG_STRLEN); longer bodies are passed by standard input. */
const argumentLimit = 100_000;

/** Headers that curl writes automatically: a captured value would be wrong, or make curl print compressed bytes. */
const curlSets = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding']);

/**
 * A command for a POSIX shell that sends exactly these bytes. Text is passed as an argument; long text, or bytes that
 * an argument or terminal would change, are passed by the shell's own `printf`, which has no such limit.
 */
export function toCurl(request: CapturedRequest, options: ExportOptions = {}): string {
  const {url, method, headers, body, notes} = toExported(request, options);
  const transport = body === null ? null : carryBody(body);
  const lines = [
    `curl ${url.startsWith('-') ? '--url ' : ''}${quotePosix(url)}`,
    ...methodLines(method, body !== null),
    ...headers
      .filter(([name]) => isOurs(name))
      .map(([name, value]) => `-H ${quotePosix(headerLine(name, value))}`),
    ...(body !== null && !headers.some(([name]) => name.toLowerCase() === 'content-type')
      ? ["-H 'Content-Type:'"]
      : []),
    // curl would expand [1-3] and {a,b} in the address.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(transport === null ? [] : [transport.argument]),
  ];
  const isWaiting = body !== null && method.toUpperCase() === 'HEAD';
  const isEmptied = headers.some(([name, value]) => isOurs(name) && value !== '' && isBlank(value));
  const own = [...(isWaiting ? [WAITS] : []), ...(isEmptied ? [EMPTIES] : [])];
  const comments = [...notes, ...own].map((note) => `# ${note}\n`).join('');
  return `${comments}${transport?.before ?? ''}${lines.join(' \\\n  ')}`;
}

const EMPTIES =
  'A header that contains only white space is sent without it, since curl would leave the header out.';
const WAITS = 'A response to HEAD has no body, but curl waits for one. Press Ctrl+C to stop it.';

function isOurs(name: string): boolean {
  return !curlSets.has(name.toLowerCase());
}

/** curl interprets `Name:` as "do not send", also if white space follows, and `Name;` as an empty value. */
function headerLine(name: string, value: string): string {
  return isBlank(value) ? `${name};` : `${name}: ${value}`;
}

/** In headers, spaces and tabs alone are an empty value already. */
function isBlank(value: string): boolean {
  return /^[\t\v\f ]*$/.test(value);
}

function methodLines(method: string, hasBody: boolean): string[] {
  // fetch converts these to uppercase, however the page spelled them.
  const name = /^(get|post|put|delete|head|options)$/i.test(method) ? method.toUpperCase() : method;
  // curl refuses --head if there is a body.
  if (name === 'HEAD' && !hasBody) return ['--head'];
  return name === (hasBody ? 'POST' : 'GET') ? [] : [`-X ${quotePosix(name)}`];
}

function carryBody(bytes: Uint8Array): {before: string; argument: string} {
  const text = readText(bytes);
  if (text === null) return {before: `printf ${quotePrintf(bytes)} | `, argument: '--data-binary @-'};
  const quoted = quotePosix(text);
  if (bytes.length > argumentLimit) return {before: `printf '%s' ${quoted} | `, argument: '--data-binary @-'};
  return {before: '', argument: `--data-raw ${quoted}`};
}

/** The bytes as text that can be pasted into a terminal; null if a terminal would change it. */
function readText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    return hasHidden(text.replaceAll('\n', ' ')) ? null : text;
  } catch {
    // Not UTF-8: written byte by byte.
    return null;
  }
}
