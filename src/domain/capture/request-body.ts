import type {CapturedBody} from './captured-request';

/** `requestBody` of webRequest.onBeforeRequest, as the two browsers provide it. */
export interface RequestBodyDetails {
  /** Chromium, for everything it cannot read: Blobs, files, streams, and the empty string. */
  error?: string | undefined;
  formData?: Record<string, readonly (string | ArrayBuffer)[]> | undefined;
  raw?: readonly RawPart[] | undefined;
}

interface RawPart {
  bytes?: ArrayBuffer | undefined;
  /** A file on disk: Chromium provides its path, Firefox the text `<file>`. Neither provides its bytes. */
  file?: string | undefined;
  /** Firefox, above 16 MiB. */
  truncated?: boolean | undefined;
  originalSize?: number | undefined;
}

/** The body as reported by webRequest. A body of one part keeps the browser's buffer, which belongs to the listener. */
export function toCapturedBody(details: RequestBodyDetails | null | undefined): CapturedBody {
  if (!details) return {kind: 'none'};
  if (details.raw) return fromRaw(details.raw);
  if (details.formData) return fromForm(details.formData);
  // Chromium only says "Unknown error.", for a Blob as well as for an empty string.
  return details.error === undefined ? {kind: 'none'} : {kind: 'missing', reason: 'unknown'};
}

function fromRaw(raw: readonly RawPart[]): CapturedBody {
  const firstFile = raw.findIndex(({file}) => file !== undefined);
  if (firstFile !== -1) return toFirstPart(concatenate(raw.slice(0, firstFile)), 'file');
  const gap = raw.findIndex((part, index) => isBeforeGap(part, raw[index + 1]));
  if (gap !== -1) return toFirstPart(concatenate(raw.slice(0, gap + 1)), 'form');
  const bytes = concatenate(raw);
  const cut = raw.find(({truncated}) => truncated === true);
  if (cut) return {kind: 'cut', bytes, reason: 'cut', ...sizeIfKnown(raw)};
  return bytes.length === 0 ? {kind: 'none'} : {kind: 'bytes', bytes};
}

function toFirstPart(bytes: Uint8Array<ArrayBuffer>, reason: 'file' | 'form'): CapturedBody {
  return bytes.length === 0 ? {kind: 'missing', reason} : {kind: 'cut', bytes, reason};
}

/**
 * Chromium silently omits the Blobs of a multipart form: one part ends with the empty line after a field's headers,
 * the next begins with the line break before a boundary, and the content between them is missing.
 */
function isBeforeGap(part: RawPart, next: RawPart | undefined): boolean {
  if (!part.bytes || !next?.bytes) return false;
  const end = String.fromCharCode(...new Uint8Array(part.bytes).subarray(-4));
  const start = String.fromCharCode(...new Uint8Array(next.bytes).subarray(0, 4));
  return end === '\r\n\r\n' && start === '\r\n--';
}

/** The size of a truncated body is only known if it has one part. */
function sizeIfKnown(raw: readonly RawPart[]): {size?: number} {
  const size = raw.length === 1 ? raw[0]?.originalSize : undefined;
  return size === undefined ? {} : {size};
}

function concatenate(parts: readonly RawPart[]): Uint8Array<ArrayBuffer> {
  const buffers = parts.flatMap(({bytes}) => (bytes ? [new Uint8Array(bytes)] : []));
  const [first] = buffers;
  if (first && buffers.length === 1) return first;
  const whole = new Uint8Array(buffers.reduce((size, {length}) => size + length, 0));
  let offset = 0;
  for (const buffer of buffers) {
    whole.set(buffer, offset);
    offset += buffer.length;
  }
  return whole;
}

function fromForm(formData: Record<string, readonly (string | ArrayBuffer)[]>): CapturedBody {
  const entries = Object.entries(formData);
  // Firefox does not provide the fields of a urlencoded form above 1 MiB.
  if (entries.length === 0) return {kind: 'missing', reason: 'form'};
  const decoder = new TextDecoder();
  const fields = entries.map(([name, values]): [string, string[]] => [
    name,
    values.map((value) => (typeof value === 'string' ? value : decoder.decode(new Uint8Array(value)))),
  ]);
  return {kind: 'form', fields: Object.fromEntries(fields)};
}
