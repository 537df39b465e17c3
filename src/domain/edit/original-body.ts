import type {CapturedBody, CapturedHeaders, MissingBodyReason} from '../capture/captured-request';
import {getHeader} from '../capture/headers';

/** What a draft starts from. `bytes` of an `unavailable` one are the part that is known, to look at and to start from. */
export type OriginalBody =
  | {state: 'exact'; bytes: Uint8Array<ArrayBuffer>; coding: Coding | null}
  /** The same content in other bytes than those that were sent; `reason` says why. */
  | {state: 're-encoded'; bytes: Uint8Array<ArrayBuffer>; coding: null; contentType: string; reason: string}
  | {state: 'unavailable'; bytes: Uint8Array<ArrayBuffer>; coding: Coding | null; reason: string};

/** How the bytes are compressed, by header or by their first bytes. `other`: named by the header, unreadable here. */
export type Coding = 'gzip' | 'deflate' | 'other';

/** What can be sent of a captured body, and if it can't, why. */
export function openBody(body: CapturedBody, headers: CapturedHeaders): OriginalBody {
  switch (body.kind) {
    case 'bytes':
      return {state: 'exact', bytes: body.bytes, coding: codingOf(body.bytes, headers)};
    case 'none':
      return {state: 'exact', bytes: new Uint8Array(0), coding: null};
    case 'form':
      return encodeForm(body.fields);
    case 'cut':
      return {
        state: 'unavailable',
        bytes: body.bytes,
        coding: codingOf(body.bytes, headers),
        reason: `Only the first ${body.bytes.length} bytes are known${ofSize(body.size)}, so the original can’t be sent again as it was.`,
      };
    case 'missing':
      return {
        state: 'unavailable',
        bytes: new Uint8Array(0),
        coding: null,
        reason: `${whyMissing[body.reason]}, so the original can’t be sent again as it was.`,
      };
  }
}

const whyMissing: Readonly<Record<MissingBodyReason, string>> = {
  blob: 'The body was a Blob, whose bytes the browser gives to no extension',
  file: 'The body was a file, whose bytes the browser gives to no extension',
  stream: 'The body was a stream, which nobody recorded',
  cut: 'The browser gave the first part of the body only',
  form: 'The form held files or was too large for the browser to hand over',
  damaged: 'The body came through a text interface and was damaged',
  'not-stored': 'There was no room on the disk for the body',
  'not-recorded': 'The imported record holds no body',
  unknown: 'The browser gave no body and no reason',
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
    bytes: new TextEncoder().encode(form.toString()),
    coding: null,
    contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
    reason:
      'The browser decoded this form and gave no bytes: the fields are encoded anew, in an order and form that may differ from the original’s.',
  };
}

/** How these bytes are compressed; null: plainly not at all. */
export function codingOf(bytes: Uint8Array, headers: CapturedHeaders): Coding | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const named = getHeader(headers, 'content-encoding')?.value?.trim().toLowerCase();
  if (named === 'deflate') return 'deflate';
  // A header that promises gzip over bytes that are none is a fault of the sender: there is nothing to unpack.
  return named === undefined || named === '' || named === 'identity' || /^(x-)?gzip$/.test(named)
    ? null
    : 'other';
}
