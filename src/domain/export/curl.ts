import {hasHidden} from '../bytes/hidden-characters';
import type {CapturedRequest} from '../capture/captured-request';
import {type ExportOptions, toExported} from './exported-request';
import {quotePosix, quotePrintf} from './quote-posix';

/** A single argument may not exceed 128 KiB on Linux (MAX_ARG_STRLEN); beyond this the body comes by standard input. */
const argumentLimit = 100_000;

/** What curl writes by itself: a captured value would be wrong, or make it print compressed bytes. */
const curlSets = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding']);

/**
 * A command for a POSIX shell that sends these very bytes. Text goes as an argument; what is long, or holds bytes that
 * no argument or terminal carries faithfully, goes through the shell's own `printf`, which knows no such limit.
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
  const comments = notes.map((note) => `# ${note}\n`).join('');
  return `${comments}${transport?.before ?? ''}${lines.join(' \\\n  ')}`;
}

function isOurs(name: string): boolean {
  return !curlSets.has(name.toLowerCase());
}

/** curl takes `Name:` for "leave it out" and `Name;` for an empty value. */
function headerLine(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

function methodLines(method: string, hasBody: boolean): string[] {
  // fetch writes these in capitals, however the page spelled them.
  const name = /^(get|post|put|delete|head|options)$/i.test(method) ? method.toUpperCase() : method;
  if (name === 'HEAD') return ['--head'];
  return name === (hasBody ? 'POST' : 'GET') ? [] : [`-X ${quotePosix(name)}`];
}

function carryBody(bytes: Uint8Array): {before: string; argument: string} {
  const text = readText(bytes);
  if (text === null) return {before: `printf ${quotePrintf(bytes)} | `, argument: '--data-binary @-'};
  const quoted = quotePosix(text);
  if (bytes.length > argumentLimit) return {before: `printf '%s' ${quoted} | `, argument: '--data-binary @-'};
  return {before: '', argument: `--data-raw ${quoted}`};
}

/** The bytes as text that can be pasted into a terminal; null for what would arrive changed there. */
function readText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    return hasHidden(text.replaceAll('\n', ' ')) ? null : text;
  } catch {
    // Not UTF-8: it goes byte by byte.
    return null;
  }
}
