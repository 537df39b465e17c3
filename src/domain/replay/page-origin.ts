import type {CapturedRequest} from '../capture/captured-request';
import {toOrigin} from '../parse-url';

/**
 * The origin of the document that sent it: it is sent again as this page, and credentials are not sent to any other.
 * Null: unknown.
 */
export function toPageOrigin({origin}: Pick<CapturedRequest, 'origin'>): string | null {
  return toOrigin(origin.documentUrl ?? origin.initiator ?? origin.pageUrl);
}
