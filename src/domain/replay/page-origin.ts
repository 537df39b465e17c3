import type {CapturedRequest} from '../capture/captured-request';

/** Of the document that sent it: as its page it is sent again, and credentials go to no other. Null: unknown. */
export function toPageOrigin({origin}: Pick<CapturedRequest, 'origin'>): string | null {
  const url = origin.documentUrl ?? origin.initiator ?? origin.pageUrl;
  return url !== null && URL.canParse(url) ? new URL(url).origin : null;
}
