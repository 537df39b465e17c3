import type {RequestOrigin} from '../../domain/capture/captured-request';
import type {ReplayMark} from '../../domain/capture/observation';
import {toMarker} from '../../domain/capture/replay-marker';
import type {PlainHeader} from '../../domain/secrets/header-secrets';
import type {HttpHeader, WebRequestDetails} from './web-request-details';

/** Where a request came from, as far as the event itself says. */
export function toRequestOrigin(details: WebRequestDetails, pageUrl: string | null): RequestOrigin {
  return {
    tabId: details.tabId < 0 ? null : details.tabId,
    frameId: toFrameId(details),
    initiator: details.initiator ?? details.originUrl ?? null,
    documentUrl: details.documentUrl ?? null,
    pageUrl,
    type: details.type,
  };
}

function toFrameId({frameId, frameType}: WebRequestDetails): number | null {
  if (frameId < 0) return null;
  // Chromium numbers the frame of a page that is being left like an inner frame.
  return frameType === 'outermost_frame' ? 0 : frameId;
}

/** The marker of a replay in the request's URL, and whether the browser says that the extension itself sent it. */
export function toReplayMark(details: WebRequestDetails, ownOrigin: string): ReplayMark | null {
  const marker = toMarker(details.url);
  return marker === null ? null : {marker, own: isOwn(details, ownOrigin)};
}

/** @param ownOrigin `chrome-extension://…` or `moz-extension://…`, without a slash at its end */
export function isOwn({initiator, originUrl}: WebRequestDetails, ownOrigin: string): boolean {
  const source = initiator ?? originUrl;
  return source === ownOrigin || source?.startsWith(`${ownOrigin}/`) === true;
}

/** Header values as text; bytes that are not UTF-8 become one character each, as HTTP reads them. */
export function toPlainHeaders(headers: readonly HttpHeader[] = []): PlainHeader[] {
  return headers.map(({name, value, binaryValue}) => ({name, value: value ?? toText(binaryValue)}));
}

function toText(bytes: ArrayBuffer | readonly number[] | undefined): string {
  if (bytes === undefined) return '';
  const codes = bytes instanceof ArrayBuffer ? [...new Uint8Array(bytes)] : bytes;
  return String.fromCharCode(...codes);
}

/** `OK` of `HTTP/1.1 200 OK`; '' if there is none, as in HTTP/2. */
export function toStatusText(statusLine: string): string {
  const before = /^\S+ \d+ ?/.exec(statusLine)?.[0];
  return before === undefined ? '' : statusLine.slice(before.length);
}
