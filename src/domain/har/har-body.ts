import {encodeText} from '../bytes/encode-text';
import {joinBytes} from '../bytes/join-bytes';
import {DECOMPRESSED_NOTE} from '../capture/body-notes';
import type {CapturedBody} from '../capture/captured-request';
import {findHeader} from '../capture/headers';

/** The part of a HAR entry about its body; sizes are bytes on the wire. */
export interface HarBody {
  /** `postData.text`; undefined if DevTools did not have it. */
  text: string | undefined;
  /** `Content-Length` among the request headers, the only reliable size; null if it is missing. */
  contentLength: number | null;
  /** `Content-Encoding` among the request headers. */
  contentEncoding: string | null;
  /** For a request that failed, DevTools may not have the body at all. */
  wasAnswered: boolean;
  /** `postData.mimeType` or the Content-Type. */
  mimeType: string | null;
}

/** The data of a HAR entry about the body of its request. */
export interface HarRequest {
  headers: readonly {name: string; value: string}[];
  postData?: {text?: string | undefined; mimeType?: string | undefined} | undefined;
}

/** The body of an entry's request; see `fromHarBody`. */
export function bodyOfHarRequest({headers, postData}: HarRequest, wasAnswered: boolean): CapturedBody {
  const find = (name: string) => findHeader(headers, name)?.value ?? null;
  const length = find('content-length');
  return fromHarBody({
    text: postData?.text,
    contentLength: length !== null && /^\d+$/.test(length) ? Number(length) : null,
    contentEncoding: find('content-encoding'),
    wasAnswered,
    mimeType: postData?.mimeType ?? find('content-type'),
  });
}

/** Firefox' DevTools keeps this number of characters of a body, and does not mark where it cut. */
const FIREFOX_CUT = 1_048_576;
/** Note on a complete text whose length differs from the one that was sent: it was masked or changed in the file. */
export const EDITED_NOTE = 'This body was changed after it was recorded.';

/**
 * The bytes of the text from DevTools, which was decoded as UTF-8 or has one character per byte. Content-Length
 * decides; text that does not match it is truncated or damaged, and never treated as complete.
 */
export function fromHarBody(har: HarBody): CapturedBody {
  const {text, contentLength, mimeType} = har;
  if (text === undefined || text === '') return withoutText(har);
  const utf8 = encodeEscaped(text);
  if (utf8.length === contentLength) return {kind: 'bytes', bytes: utf8};
  const latin1 = toLatin1Bytes(text);
  if (latin1?.length === contentLength) return {kind: 'bytes', bytes: latin1};
  if (har.contentEncoding !== null && har.contentEncoding.toLowerCase() !== 'identity')
    return fromEncoded(text, {utf8, latin1, contentLength});
  if (text.length === FIREFOX_CUT)
    return toPart(latin1 && !isText(mimeType, text) ? latin1 : utf8, 'cut', contentLength);
  if (/\u{FFFD}|[\uD800-\uDC7F\uDD00-\uDFFF]/u.test(text)) return toPart(utf8, 'damaged', contentLength);
  if (contentLength !== null) {
    return isWholeJson(text)
      ? {kind: 'bytes', bytes: utf8, note: EDITED_NOTE}
      : toPart(utf8, isMultipart(mimeType, text) ? 'form' : 'cut', contentLength);
  }
  return {kind: 'bytes', bytes: latin1 && !isText(mimeType, text) ? latin1 : utf8};
}

/** An empty and an absent body are the same on the wire. */
function withoutText({contentLength, wasAnswered}: HarBody): CapturedBody {
  if (contentLength === 0) return {kind: 'none'};
  if (contentLength === null) return {kind: 'missing', reason: 'unknown'};
  return {kind: 'missing', reason: wasAnswered ? 'file' : 'unknown', size: contentLength};
}

/**
 * Firefox provides the compressed bytes as one character each; Chromium, mitmproxy and HTTP Toolkit the decompressed
 * text; BrowserMob compressed bytes decoded as UTF-8, which cannot be restored.
 */
function fromEncoded(
  text: string,
  {
    utf8,
    latin1,
    contentLength,
  }: {utf8: Uint8Array<ArrayBuffer>; latin1: Uint8Array<ArrayBuffer> | null} & Pick<HarBody, 'contentLength'>,
): CapturedBody {
  if (isText(null, text)) {
    return text.includes('\u{FFFD}')
      ? toPart(utf8, 'damaged', contentLength)
      : {kind: 'bytes', bytes: utf8, note: DECOMPRESSED_NOTE};
  }
  if (latin1 === null) {
    return {kind: 'missing', reason: 'damaged', ...(contentLength !== null && {size: contentLength})};
  }
  return contentLength === null ? {kind: 'bytes', bytes: latin1} : toPart(latin1, 'cut', contentLength);
}

function isMultipart(mimeType: string | null, text: string): boolean {
  return mimeType?.toLowerCase().startsWith('multipart/') ?? text.startsWith('--');
}

function isWholeJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function toPart(
  bytes: Uint8Array<ArrayBuffer>,
  reason: 'cut' | 'damaged' | 'form',
  size: number | null,
): CapturedBody {
  return {kind: 'cut', bytes, reason, ...(size !== null && {size})};
}

/** If there is no length: text does not contain control characters. */
function isText(mimeType: string | null, text: string): boolean {
  if (mimeType !== null && /json|text|urlencoded|xml/i.test(mimeType)) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression searches for them
  return !/[\u0000-\u0008\u000e-\u001f\u0080-\u009f]/.test(text);
}

/** As UTF-8, with mitmproxy's lone surrogates U+DC80 to U+DCFF as the bytes that they stand for (PEP 383). */
function encodeEscaped(text: string): Uint8Array<ArrayBuffer> {
  const escaped = [...text.matchAll(/[\uDC80-\uDCFF]/gu)];
  if (escaped.length === 0) return encodeText(text);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const {0: char, index} of escaped) {
    parts.push(encodeText(text.slice(at, index)), Uint8Array.of(char.charCodeAt(0) & 0xff));
    at = index + 1;
  }
  parts.push(encodeText(text.slice(at)));
  return joinBytes(parts);
}

function toLatin1Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0xff) return null;
    bytes[index] = code;
  }
  return bytes;
}
