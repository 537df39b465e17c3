import {wasDecompressed} from '../capture/body-notes';
import type {CapturedBody, CapturedHeaders, MissingBodyReason} from '../capture/captured-request';
import type {BodyFindingCode} from '../decode/body-finding';
import {undoContentEncoding} from '../decode/undo-content-encoding';

/** The starting point of a draft. */
export type OriginalBody = ReadableBody &
  (
    | {state: 'exact'}
    /** The same content in other bytes than those that were sent; `reason` says why. */
    | {state: 're-encoded'; contentType: string | null; reason: string}
    /** Cannot be sent as it was; `bytes` are the known part, to view and to start from. */
    | {state: 'unavailable'; reason: string}
  );

interface ReadableBody {
  /** As sent on the wire. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Compressed: `plain` differs from `bytes`. */
  isPacked: boolean;
  /** Decompressed; null if that is not possible completely. */
  plain: Uint8Array | null;
}

/** The part of a captured body that can be sent, or the reason why it can't be. */
export function openBody(body: CapturedBody, headers: CapturedHeaders): OriginalBody {
  switch (body.kind) {
    case 'bytes':
      if (wasDecompressed(body)) return asDecompressed(body.bytes);
      return {state: 'exact', ...unpackBody(body.bytes, headers)};
    case 'none':
      return {state: 'exact', ...asPlain(new Uint8Array(0))};
    case 'form':
      return encodeForm(body.fields);
    case 'cut':
      return {
        state: 'unavailable',
        ...unpackBody(body.bytes, headers, {isPartial: true}),
        reason: `Only the first ${body.bytes.length}${ofSize(body.size)} bytes were captured, so the original cannot be sent again unchanged.`,
      };
    case 'missing':
      return {
        state: 'unavailable',
        ...asPlain(new Uint8Array(0)),
        reason: `${whyMissing[body.reason]}, so the original cannot be sent again unchanged.`,
      };
  }
}

/** The bytes to be read, decompressed according to Content-Encoding or to the bytes themselves. */
export function unpackBody(
  bytes: Uint8Array<ArrayBuffer>,
  headers: CapturedHeaders,
  {isPartial = false} = {},
): ReadableBody {
  const {bytes: plain, compressions, findings} = undoContentEncoding(bytes, headers, isPartial);
  const isBroken = findings.some(({code}) => broken.has(code));
  return {bytes, isPacked: compressions.length > 0 || plain === null, plain: isBroken ? null : plain};
}

/** Faults after which no text is left, or only a part. */
const broken: ReadonlySet<BodyFindingCode> = new Set([
  'unsupported-encoding',
  'compressed-body-damaged',
  'inflated-too-large',
]);

/** It is sent without Content-Encoding, as if it had been decompressed here. */
function asDecompressed(bytes: Uint8Array<ArrayBuffer>): OriginalBody {
  return {
    state: 're-encoded',
    ...{bytes, isPacked: true, plain: bytes},
    contentType: null,
    reason: 'The body was recorded decompressed. It is sent as plain text without Content-Encoding.',
  };
}

function asPlain(bytes: Uint8Array<ArrayBuffer>): ReadableBody {
  return {bytes, isPacked: false, plain: bytes};
}

const whyMissing: Readonly<Record<MissingBodyReason, string>> = {
  blob: 'The body was a Blob, which the browser does not show to extensions',
  file: 'The body was a file, which the browser does not show to extensions',
  stream: 'The body was a stream, which was not captured',
  cut: 'The browser only showed the first part of the body',
  form: 'The form contained files or was too large for the browser to decode',
  damaged: 'The body was passed on as text, which damaged it',
  'not-stored': 'There was not enough disk space for the body',
  'not-recorded': 'The imported file does not contain the body',
  unknown: 'The browser did not show the body and gave no reason',
};

function ofSize(size: number | undefined): string {
  return size === undefined ? '' : ` of ${size}`;
}

function encodeForm(fields: Record<string, string[]>): OriginalBody {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of values) form.append(name, value);
  }
  return {
    state: 're-encoded',
    ...asPlain(new TextEncoder().encode(form.toString())),
    contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
    reason:
      'The browser only showed this form decoded. Its fields are encoded again, so order and encoding may differ from the original.',
  };
}
