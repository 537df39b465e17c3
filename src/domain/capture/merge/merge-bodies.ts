import {REPORTED_BY_PAGE_NOTE} from '../body-notes';
import type {AnswerBody, CapturedBody} from '../captured-request';

/**
 * The better version of a body: exact bytes before decompressed text, decoded form fields, a first part, the page's
 * own report, and no body. If both are equally good, the first one is kept.
 */
export function mergeBodies(current: CapturedBody, next: CapturedBody): CapturedBody {
  const [better, other] =
    rank(next) > rank(current) || isLongerPart(current, next) ? [next, current] : [current, next];
  if ((better.kind === 'missing' || better.kind === 'cut') && better.size === undefined) {
    const size = sizeOf(other);
    return size === undefined ? better : {...better, size};
  }
  return better;
}

function rank(body: CapturedBody): number {
  switch (body.kind) {
    case 'bytes':
      if (body.note === undefined) return 7;
      return body.note === REPORTED_BY_PAGE_NOTE ? 2 : 6;
    case 'form':
      return 5;
    case 'cut':
      return 4;
    case 'none':
      return 3;
    case 'missing':
      return body.reason === 'unknown' ? 0 : 1;
  }
}

function isLongerPart(current: CapturedBody, next: CapturedBody): boolean {
  return current.kind === 'cut' && next.kind === 'cut' && next.bytes.length > current.bytes.length;
}

function sizeOf(body: CapturedBody): number | undefined {
  return body.kind === 'missing' || body.kind === 'cut' ? body.size : undefined;
}

/** A text is kept; of two reasons for a missing text, one that says why is better than "not looked at". */
export function mergeAnswerBodies(current: AnswerBody, next: AnswerBody): AnswerBody {
  if (current.kind === 'text') return current;
  return next.kind === 'text' || current.reason === 'not-observed' ? next : current;
}
