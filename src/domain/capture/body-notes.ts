import type {CapturedBody} from './captured-request';

/** Note for bytes that DevTools or another recorder inflated: the text is right, the size on the wire was different. */
export const DECOMPRESSED_NOTE =
  'This body was recorded decompressed. The bytes that were sent were different.';
/** Note for bytes that only the page itself reported. */
export const REPORTED_BY_PAGE_NOTE = 'Reported by the page: the browser did not show the bytes of this body.';

/** Its bytes are already decompressed, so Content-Encoding does not apply to them. */
export function wasDecompressed(body: CapturedBody): boolean {
  return body.kind === 'bytes' && body.note === DECOMPRESSED_NOTE;
}
