import {toBase64} from '../bytes/to-base64';
import type {CapturedRequest} from '../capture/captured-request';
import {whyBrowserSets} from '../replay/headers/browser-headers';
import {type ExportOptions, toExported} from './exported-request';

/** A fetch call for a browser's console or Node. Headers that fetch can't set are left out. */
export function toFetchCode(request: CapturedRequest, options: ExportOptions = {}): string {
  const {url, method, headers, body, notes} = toExported(request, options);
  const settable = headers.filter(([name]) => isSettable(name));
  const lines = [
    `  method: ${literal(method.toUpperCase())},`,
    ...(settable.length === 0 ? [] : [`  headers: [\n${settable.map(pair).join('')}  ],`]),
    ...(body === null ? [] : [`  body: ${bodyExpression(body)},`]),
    "  credentials: 'omit',",
  ];
  const comments = notes.map((note) => `// ${note}\n`).join('');
  return `${comments}await fetch(${literal(url)}, {\n${lines.join('\n')}\n});`;
}

function isSettable(name: string): boolean {
  return !/^(cookie|origin|referer)$/i.test(name) && whyBrowserSets(name, 'extension') === null;
}

function pair([name, value]: readonly [string, string]): string {
  return `    [${literal(name)}, ${literal(value)}],\n`;
}

/** A JavaScript string that also survives inside a script element. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function bodyExpression(bytes: Uint8Array): string {
  try {
    return literal(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes));
  } catch {
    // Not UTF-8: a string body would change it.
    return `Uint8Array.from(atob(${literal(toBase64(bytes))}), (char) => char.charCodeAt(0))`;
  }
}
