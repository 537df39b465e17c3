import type {CapturedBody, CapturedHeaders} from '../capture/captured-request';
import {decodeText, detectUtf16} from '../decode/decode-text';
import {undoContentEncoding} from '../decode/undo-content-encoding';
import {wrapBody} from '../decode/wrap-body';
import {maskText, maskValue} from './mask-text';

/**
 * The bytes of a text with its credentials masked and all other bytes unchanged, in their charset; null if there is
 * none. Bytes that are not completely text are processed as one character each.
 */
export function maskBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  // UTF-16 that was cut in the middle of a character.
  const even = bytes.length % 2 === 0 ? null : bytes.subarray(0, -1);
  const masked = even !== null && detectUtf16(even) ? maskWhole(even) : null;
  if (masked === null) return maskWhole(bytes);
  const whole = new Uint8Array(masked.length + 1);
  whole.set(masked);
  whole.set(bytes.subarray(-1), masked.length);
  return whole;
}

function maskWhole(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const {text, charset, invalid} = decodeText(bytes);
  const read = invalid === null ? text : toLatin1(bytes);
  const masked = maskText(read);
  if (masked === read) return null;
  if (invalid !== null) return fromLatin1(masked);
  if (charset === 'utf-8') return new TextEncoder().encode(masked);
  const mark = bytes[0] === 0xff || bytes[0] === 0xfe ? '\uFEFF' : '';
  return encodeUtf16(mark + masked, charset === 'utf-16le');
}

/**
 * A body as it may be kept after its session: masked, and in its original format, so that its Content-Encoding stays
 * correct. Null if it can't be read, since its content is unknown then.
 */
export function maskCapturedBody(body: CapturedBody, headers: CapturedHeaders): CapturedBody | null {
  if (body.kind === 'form') return {kind: 'form', fields: maskFields(body.fields)};
  if (body.kind !== 'bytes' && body.kind !== 'cut') return body;
  const {
    bytes: plain,
    compressions,
    findings,
  } = undoContentEncoding(body.bytes, headers, body.kind === 'cut');
  if (plain === null || findings.some(({code}) => unreadable.has(code))) return null;
  const masked = maskBytes(plain);
  if (masked === null) return body;
  return {...body, bytes: compressions.reduceRight(wrapBody, masked)};
}

const unreadable: ReadonlySet<string> = new Set([
  'unsupported-encoding',
  'compressed-body-damaged',
  'inflated-too-large',
]);

/** The fields of a form that the browser decoded. */
export function maskFields(fields: Record<string, string[]>): Record<string, string[]> {
  const entries = Object.entries(fields).map(([name, values]): [string, string[]] => [
    name,
    values.map((value) => maskValue(name, value) ?? value),
  ]);
  return Object.fromEntries(entries);
}

const CHUNK = 8192;

function toLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  }
  return parts.join('');
}

function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function encodeUtf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  }
  return new Uint8Array(view.buffer);
}
