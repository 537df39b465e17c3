import {hasHidden, replaceHidden} from '../bytes/hidden-characters';
import {toBase64} from '../bytes/to-base64';
import type {CapturedRequest} from '../capture/captured-request';
import {type ExportOptions, toExported} from './exported-request';

/** Headers that Invoke-WebRequest writes automatically, or rejects in its Headers. */
const ownHeaders = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'content-type',
  'user-agent',
]);

/** A command for PowerShell (best effort: versions differ in the headers they allow). */
export function toPowerShell(request: CapturedRequest, options: ExportOptions = {}): string {
  const {url, method, headers, body, notes} = toExported(request, options);
  const headerValue = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const contentType = headerValue('content-type');
  const userAgent = headerValue('user-agent');
  const others = headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  const table = joinSame(others)
    .map(([name, value]) => `  ${quote(name)} = ${quote(value)}`)
    .join('\n');
  return [
    ...notes.map((note) => `# ${note}`),
    ...(others.length > 0 ? [`$headers = @{\n${table}\n}`] : []),
    ...(body === null ? [] : [`$body = ${bodyExpression(body)}`]),
    [
      `Invoke-WebRequest -UseBasicParsing -Uri ${quote(url)} -Method ${quote(method.toUpperCase())}`,
      ...(others.length > 0 ? ['-Headers $headers'] : []),
      ...(userAgent === undefined ? [] : [`-UserAgent ${quote(userAgent)}`]),
      ...(contentType === undefined ? [] : [`-ContentType ${quote(contentType)}`]),
      ...(body === null ? [] : ['-Body $body']),
    ].join(' '),
  ].join('\n');
}

/**
 * A PowerShell hash literal cannot contain a key twice, in any case; a list of the values has the same meaning (RFC
 * 9110, 5.3).
 */
function joinSame(headers: readonly (readonly [name: string, value: string])[]): [string, string][] {
  const joined = new Map<string, [string, string]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const [first, before] = joined.get(key) ?? [];
    const separator = key === 'cookie' ? '; ' : ', ';
    joined.set(key, [first ?? name, before === undefined ? value : before + separator + value]);
  }
  return [...joined.values()];
}

/**
 * An expression for exactly this text. PowerShell treats four typographic quotes like the straight one; hidden
 * characters are written as numbers.
 */
function quote(text: string): string {
  const quoted = `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  if (!hasHidden(text.replaceAll('\n', ' '))) return quoted;
  return `(${replaceHidden(quoted, (code) => `' + [char]0x${code.toString(16).toUpperCase()} + '`)})`;
}

function bodyExpression(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    // A console changes or drops carriage returns, tabs and byte order marks when pasting.
    if (hasHidden(text.replaceAll('\n', ' '))) return toBytes(bytes);
    return `[Text.Encoding]::UTF8.GetBytes(${quote(text)})`;
  } catch {
    // Not UTF-8: Base64 can contain any bytes.
    return toBytes(bytes);
  }
}

function toBytes(bytes: Uint8Array): string {
  return `[Convert]::FromBase64String('${toBase64(bytes)}')`;
}
