import type {CapturedRequest} from '../capture/captured-request';
import {codingOf} from '../edit/original-body';
import {unpack} from '../edit/unpack';
import {type ExportOptions, toExported} from './exported-request';

/** The body as text, unpacked, every character as it was sent but for masked keys; null where there is none to read. */
export function toBodyJson(request: CapturedRequest, options: ExportOptions = {}): string | null {
  const {body} = toExported(request, options);
  if (body === null) return null;
  const coding = codingOf(body, request.headers);
  const plain = coding === null ? body : coding === 'other' ? null : (unpack(body) ?? body);
  return plain === null ? null : new TextDecoder('utf-8', {ignoreBOM: true}).decode(plain);
}
