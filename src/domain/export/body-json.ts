import {escapeHidden} from '../bytes/hidden-characters';
import type {CapturedRequest} from '../capture/captured-request';
import {decodeText} from '../decode/decode-text';
import {unpackBody} from '../edit/original-body';
import {type ExportOptions, toExported} from './exported-request';

/**
 * The body as text, unpacked, every character as it was sent but for masked keys and hidden characters, which are
 * written as JSON escapes; null where there is none to read.
 */
export function toBodyJson(request: CapturedRequest, options: ExportOptions = {}): string | null {
  const {body, headers} = toExported(request, options);
  if (body === null) return null;
  const list = headers.map(([name, value]) => ({name, value}));
  const {plain} = unpackBody(body, {state: 'known', list});
  return plain === null ? null : escapeHidden(decodeText(plain).text.replace(/^\uFEFF/, ''));
}
