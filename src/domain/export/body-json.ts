import {escapeHidden} from '../bytes/hidden-characters';
import type {CapturedRequest} from '../capture/captured-request';
import {decodeText} from '../decode/decode-text';
import {unpackBody} from '../edit/original-body';
import {type ExportOptions, toExported} from './exported-request';

/**
 * The body as decompressed text, every character as sent except masked keys and hidden characters, which are written
 * as JSON escapes; null if it cannot be read.
 */
export function toBodyJson(request: CapturedRequest, options: ExportOptions = {}): string | null {
  const {body, headers} = toExported(request, options);
  if (body === null) return null;
  const list = headers.map(([name, value]) => ({name, value}));
  const {plain} = unpackBody(body, {state: 'known', list});
  return plain === null ? null : escapeHidden(decodeText(plain).text.replace(/^\uFEFF/, ''));
}
