import {toByteString} from '../bytes/byte-string';
import {replaceHidden, toEscape} from '../bytes/hidden-characters';
import {toBase64} from '../bytes/to-base64';
import type {CapturedRequest} from '../capture/captured-request';
import {toBrowserHeader} from '../replay/headers/browser-headers';
import {type ExportOptions, toExported} from './exported-request';

/** A fetch call for a browser's console or Node, without headers that fetch can't set. */
export function toFetchCode(request: CapturedRequest, options: ExportOptions = {}): string {
  const {url, method, headers, body, notes} = toExported(request, options);
  const settable = headers.filter(([name]) => isSettable(name));
  // fetch adds a Content-Type to a text, but not to bytes.
  const hasType =
    request.headers.state === 'unknown' || headers.some(([name]) => name.toLowerCase() === 'content-type');
  const lines = [
    `  method: ${literal(method)},`,
    ...(settable.length === 0 ? [] : [`  headers: [\n${settable.map(pair).join('')}  ],`]),
    ...(body === null ? [] : [`  body: ${hasType ? bodyExpression(body) : bytesExpression(body)},`]),
    "  credentials: 'omit',",
  ];
  const comments = [...notes, ...listRefused(method, body !== null, headers)]
    .map((note) => `// ${note}\n`)
    .join('');
  return `${comments}await fetch(${literal(url)}, {\n${lines.join('\n')}\n});`;
}

/** Differences from what was sent that are fetch's own. */
function listRefused(
  method: string,
  hasBody: boolean,
  headers: readonly (readonly [name: string, value: string])[],
): string[] {
  return [
    ...(hasBody && /^(get|head)$/i.test(method) ? ['fetch rejects a body with GET and HEAD.'] : []),
    ...(headers.some(([name]) => name.toLowerCase() === 'cookie')
      ? ['Cookies are not included, since fetch cannot set them.']
      : []),
  ];
}

function isSettable(name: string): boolean {
  return !/^(cookie|origin|referer)$/i.test(name) && toBrowserHeader(name, 'extension') === null;
}

function pair([name, value]: readonly [string, string]): string {
  return `    [${literal(name)}, ${literal(toByteString(value))}],\n`;
}

/** A JavaScript string that is also safe inside a script element, and without hidden characters. */
function literal(text: string): string {
  return replaceHidden(JSON.stringify(text), toEscape).replaceAll('<', '\\u003c');
}

function bodyExpression(bytes: Uint8Array): string {
  try {
    return literal(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes));
  } catch {
    // Not UTF-8: a string body would change it.
    return bytesExpression(bytes);
  }
}

function bytesExpression(bytes: Uint8Array): string {
  return `Uint8Array.from(atob(${literal(toBase64(bytes))}), (char) => char.charCodeAt(0))`;
}
