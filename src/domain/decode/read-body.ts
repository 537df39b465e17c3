import {wasDecompressed} from '../capture/body-notes';
import type {CapturedBody, CapturedHeaders} from '../capture/captured-request';
import {toLineColumn} from '../json/to-line-column';
import type {BodyFinding, BodyFindingCode, FormEncoding} from './body-finding';
import type {BodyReading, TextSource} from './body-reading';
import {readMediaType} from './content-encoding';
import {type DecodedText, decodeText} from './decode-text';
import {findEncodedJson} from './find-encoded-json';
import {isJsonContainer, parseUrlEncoded, readForm} from './read-form';
import {readJsonText} from './read-json-text';
import {type PlainBody, undoContentEncoding} from './undo-content-encoding';

/**
 * Turns a captured body into its text and JSON value, or into findings that say why there is none. Never throws,
 * inflates only up to a limit, and reports a body that was not captured, or not completely, only as that.
 */
export function readBody(body: CapturedBody, headers: CapturedHeaders): BodyReading {
  switch (body.kind) {
    case 'none':
      return {kind: 'nothing', findings: [{code: 'no-body'}]};
    case 'missing':
      return {
        kind: 'nothing',
        findings: [{code: 'missing-body', reason: body.reason, size: body.size ?? null}],
      };
    case 'form':
      return readForm(body.fields, toFormEncoding(headers), null);
    case 'cut':
      return readCutBytes(body, headers);
    case 'bytes':
      return readBytes(body.bytes, wasDecompressed(body) ? withoutEncoding(headers) : headers);
  }
}

function withoutEncoding(headers: CapturedHeaders): CapturedHeaders {
  if (headers.state === 'unknown') return headers;
  return {...headers, list: headers.list.filter(({name}) => name.toLowerCase() !== 'content-encoding')};
}

function readBytes(bytes: Uint8Array, headers: CapturedHeaders): BodyReading {
  if (bytes.length === 0) return {kind: 'nothing', findings: [{code: 'empty-body'}]};
  const plain = undoContentEncoding(bytes, headers, false);
  if (!plain.bytes) return {kind: 'nothing', findings: plain.findings};
  const decoded = decodeText(plain.bytes);
  const {text} = decoded;
  const source = toSource(plain, decoded);
  const findings = [...plain.findings, ...toFindings(decoded)];
  const has = (code: BodyFindingCode) => findings.some((finding) => finding.code === code);
  // The beginning of a body that expands beyond the limit: its 32 MB are not examined, since they can't be a complete
  // batch.
  if (has('inflated-too-large')) return {kind: 'text', text, source, findings};
  const reading = readJsonText(text);
  if (reading.ok)
    return {kind: 'json', text, value: reading.value, source, findings: findings.concat(reading.findings)};
  const encoding = findEncodedJson(text);
  if (encoding)
    return {kind: 'text', text, source, findings: [...findings, {code: 'encoded-body', encoding}]};
  const form = findForm(text, headers);
  if (form) return {...form, findings: [...findings, ...form.findings]};
  // If decompression failed, that is the only reason why the text is not JSON.
  const isBroken = has('compressed-body-damaged');
  return {kind: 'text', text, source, findings: isBroken ? findings : findings.concat(reading.findings)};
}

/** Shows the first part, without findings about the whole. */
function readCutBytes(body: CapturedBody & {kind: 'cut'}, headers: CapturedHeaders): BodyReading {
  const {bytes, reason, size = null} = body;
  const cut: BodyFinding = {code: 'cut-body', reason, seen: bytes.length, size};
  const plain = undoContentEncoding(bytes, headers, true);
  if (!plain.bytes || plain.bytes.length === 0) return {kind: 'nothing', findings: [cut, ...plain.findings]};
  const decoded = decodeText(plain.bytes);
  // The last character may be cut in two, which is not the sender's fault.
  const isFaulty = decoded.invalid !== null && decoded.invalid.byteOffset < plain.bytes.length - 3;
  const findings = [cut, ...plain.findings, ...(isFaulty ? toFindings(decoded) : [])];
  return {kind: 'text', text: decoded.text, source: {...toSource(plain, decoded), isExact: false}, findings};
}

function findForm(text: string, headers: CapturedHeaders): BodyReading | null {
  // Forms escape these characters: it is JSON with a fault, or nothing, and only its header is that of a form.
  if (/^\s*([[{"]|$)/.test(text)) return null;
  const encoding = toFormEncoding(headers);
  if (encoding === 'urlencoded' || isUrlEncoded(text))
    return readForm(parseUrlEncoded(text), 'urlencoded', text);
  const raw = findRawForm(text);
  if (raw) return readForm(raw, 'urlencoded', text);
  const isMultipart = encoding === 'multipart' || /^--\S+\r\ncontent-disposition:/i.test(text);
  return isMultipart ? readForm({}, 'multipart', text) : null;
}

/** `data=[…]`: a client joined the name of the field and JSON, and encoded neither. */
function findRawForm(text: string): Record<string, string[]> | null {
  const [start, name] = /^([\w.~%+*-]{1,100})=(?=\s*[[{])/.exec(text) ?? [];
  if (start === undefined || name === undefined) return null;
  const value = text.slice(start.length);
  if (isJsonContainer(value)) return Object.fromEntries([[name, [value]]]);
  const fields = parseUrlEncoded(text);
  return Object.values(fields).flat().some(isJsonContainer) ? fields : null;
}

function isUrlEncoded(text: string): boolean {
  return /^[\w.~%+*-]+=[\w.~%+*=&-]*$/.test(text);
}

function toFormEncoding(headers: CapturedHeaders): FormEncoding {
  const mediaType = readMediaType(headers);
  if (mediaType === 'application/x-www-form-urlencoded') return 'urlencoded';
  return mediaType === 'multipart/form-data' ? 'multipart' : 'unknown';
}

function toSource({compressions}: PlainBody, {charset, invalid}: DecodedText): TextSource {
  return {compressions, charset, isExact: compressions.length === 0 && charset === 'utf-8' && !invalid};
}

function toFindings({text, charset, invalid}: DecodedText): BodyFinding[] {
  if (charset !== 'utf-8') return [{code: 'utf16-body', charset}];
  if (!invalid) return [];
  const {byteOffset, offset} = invalid;
  return [{code: 'invalid-utf8', byteOffset, position: toLineColumn(text, offset)}];
}
