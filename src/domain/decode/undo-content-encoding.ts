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
    const finding = body.findings.at(-1);
    // Where the header is wrong once, only the bytes say what is left.
    if (finding?.code === 'wrong-content-encoding') return undoUndeclared(body, false, isPartial);
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
    const isTold = body.findings.some(({code}) => code === 'undeclared-compression');
    if (isKnown && !isTold) body.findings.push({code: 'undeclared-compression', actual});
    const count = body.findings.length;
    inflate(body, actual, isPartial);
    if (body.findings.length > count) return body;
  }
  return body;
}

function undoDeclared(body: PlainBody, declared: string, isPartial: boolean): void {
  const {bytes} = body;
  if (!bytes || bytes.length === 0) return;
  const wanted = toCompression(declared);
  const actual = detectCompression(bytes);
  if (wanted && actual === wanted) {
    inflate(body, wanted, isPartial);
  } else if (wanted === 'deflate' && hasZlibHeader(bytes)) {
    inflate(body, wanted, isPartial);
  } else if (actual === 'zstd' || (!wanted && !actual && !looksLikeText(bytes))) {
    refuse(body, actual ?? declared);
  } else if (actual) {
    body.findings.push({code: 'wrong-content-encoding', declared, actual});
    inflate(body, actual, isPartial);
  } else if (looksLikeText(bytes)) {
    body.findings.push({code: 'wrong-content-encoding', declared, actual: 'identity'});
  } else {
    // Many senders of "deflate" omit the zlib wrapper (RFC 9110, section 8.4.1.2).
    inflate(body, wanted === 'deflate' ? 'deflate-raw' : 'gzip', isPartial);
  }
}

function inflate(body: PlainBody, compression: Compression, isPartial: boolean): PlainBody {
  if (!body.bytes) return body;
  const {bytes, finding} = inflateBody(body.bytes, compression, {isPartial});
  body.bytes = bytes;
  body.compressions.push(compression);
  if (finding) body.findings.push(finding);
  return body;
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
