import type {CapturedRequest} from '../capture/captured-request';
import {decodeText} from '../decode/decode-text';
import {openBody} from '../edit/original-body';
import {hasMask, mayBeMasked} from './find-mask';

/** Whether the body of a request has the word in place of a credential, as far as that can be known. */
export function hasMaskedBody(source: CapturedRequest): boolean {
  if (!mayBeMasked(source)) return false;
  const {plain} = openBody(source.body, source.headers);
  return plain !== null && hasMask(decodeText(plain).text);
}
