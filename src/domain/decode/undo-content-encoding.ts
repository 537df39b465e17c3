import type {CapturedHeaders} from '../capture/captured-request';
import type {BodyFinding, Compression} from './body-finding';
import {detectCompression, hasZlibHeader, readContentEncoding, toCompression} from './content-encoding';
import {findInvalidUtf8} from './find-invalid-utf8';
import {inflateBody} from './inflate-body';

/** More codings than this do not occur in practice, and each may expand to the limit. */
const MAX_CODINGS = 4;

export interface PlainBody {
  /** null: in a coding that we cannot decode. */
  bytes: Uint8Array | null;
  /** The codings that were decoded, outermost first. */
  compressions: Compression[];
  findings: BodyFinding[];
}

/** Decodes according to Content-Encoding, or according to the bytes if the header is missing or wrong. */
export function undoContentEncoding(
  bytes: Uint8Array,
  headers: CapturedHeaders,
  isPartial: boolean,
): PlainBody {
  const declared = readContentEncoding(headers);
  const body: PlainBody = {bytes, compressions: [], findings: []};
  if (declared && declared.length > MAX_CODINGS) return refuse(body, declared.join(', '));
  for (const coding of declared?.toReversed() ?? []) {
    undoDeclared(body, coding, isPartial);
    const [finding] = body.findings;
    // Where the header is wrong, only the bytes say what is to be undone.
    if (finding?.code === 'wrong-content-encoding') break;
    if (finding) return body;
  }
  return undoUndeclared(body, declared !== null, isPartial);
}

/** Decodes layer by layer according to the bytes: some clients compress twice. */
function undoUndeclared(body: PlainBody, isKnown: boolean, isPartial: boolean): PlainBody {
  while (body.bytes && body.compressions.length < MAX_CODINGS) {
    const actual = detectCompression(body.bytes);
    if (actual === 'zstd') return refuse(body, actual);
    if (!actual) return body;
    // One finding tells that the header is wrong.
    if (isKnown && body.findings.length === 0) body.findings.push({code: 'undeclared-compression', actual});
    if (inflate(body, actual, isPartial)) return body;
  }
  return body;
}

function undoDeclared(body: PlainBody, declared: string, isPartial: boolean): void {
  const {bytes} = body;
  if (!bytes || bytes.length === 0) return;
  const wanted = toCompression(declared);
  const actual = detectCompression(bytes);
  if (wanted && (actual === wanted || (wanted === 'deflate' && hasZlibHeader(bytes)))) {
    inflate(body, wanted, isPartial);
  } else if (actual === 'zstd' || (!wanted && !actual && !looksLikeText(bytes))) {
    refuse(body, actual ?? declared);
  } else if (actual || looksLikeText(bytes)) {
    body.findings.push({code: 'wrong-content-encoding', declared, actual: actual ?? 'identity'});
  } else {
    // Many senders of "deflate" omit the zlib wrapper (RFC 9110, section 8.4.1.2).
    inflate(body, wanted === 'deflate' ? 'deflate-raw' : 'gzip', isPartial);
  }
}

/** Returns what was wrong. */
function inflate(body: PlainBody, compression: Compression, isPartial: boolean): BodyFinding | null {
  if (!body.bytes) return null;
  const {bytes, finding} = inflateBody(body.bytes, compression, {isPartial});
  body.bytes = bytes;
  body.compressions.push(compression);
  if (finding) body.findings.push(finding);
  return finding;
}

function refuse(body: PlainBody, encoding: string): PlainBody {
  body.bytes = null;
  body.findings.push({code: 'unsupported-encoding', encoding});
  return body;
}

/** UTF-8 without control characters in its beginning, which compressed bytes practically never are. */
function looksLikeText(bytes: Uint8Array): boolean {
  const glance = bytes.subarray(0, 512);
  const isCut = glance.length < bytes.length;
  if (findInvalidUtf8(glance) < glance.length - (isCut ? 3 : 0)) return false;
  return glance.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
