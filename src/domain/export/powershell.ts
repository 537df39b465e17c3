import type {CapturedRequest} from '../capture/captured-request';
import {type ExportOptions, toExported} from './exported-request';
import {toBase64} from './to-base64';

/** What Invoke-WebRequest writes by itself, or refuses in its Headers. */
const ownHeaders = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'content-type',
  'user-agent',
]);

/** A command for PowerShell (best effort: versions differ in which headers they let through). */
export function toPowerShell(request: CapturedRequest, options: ExportOptions = {}): string {
  const {url, method, headers, body, notes} = toExported(request, options);
  const headerValue = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const contentType = headerValue('content-type');
  const userAgent = headerValue('user-agent');
  const others = headers.filter(([name]) => !name.startsWith(':') && !ownHeaders.has(name.toLowerCase()));
  const table = others.map(([name, value]) => `  ${quote(name)} = ${quote(value)}`).join('\n');
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

/** PowerShell takes four typographic quotes for the straight one. */
function quote(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

function bodyExpression(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    return `[Text.Encoding]::UTF8.GetBytes(${quote(text)})`;
  } catch {
    // Not UTF-8: Base64 carries any bytes.
    return `[Convert]::FromBase64String('${toBase64(bytes)}')`;
  }
}
