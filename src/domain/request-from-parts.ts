import type {CapturedRequest} from './capture/captured-request';
import {checkTimestamp} from './checks/timestamp/timestamp';
import {type RequestParts, requestAt} from './request-at';

export type {RequestParts} from './request-at';

/** Creates a captured request from its parts, like an import: without a tab, headers known. Never throws. */
export function requestFromParts(parts: RequestParts): CapturedRequest {
  return requestAt(toTime(parts.startedAt), parts);
}

function toTime(startedAt: RequestParts['startedAt']): number | null {
  if (startedAt === undefined) return null;
  return typeof startedAt === 'string' ? checkTimestamp(startedAt, null).instant : Number(startedAt);
}
