import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {parseUrl} from '../../../domain/parse-url';

export type Belonging =
  | 'own'
  /** Sent by a worker without a tab, whose origin this tab shows or showed. */
  | 'worker'
  /** Sent by a worker whose origin this tab has not shown yet: it may belong to the tab later. */
  | {waitsFor: string}
  | 'other';

export interface TabKnowledge {
  tabId: number;
  /** Origins of the pages and frames that the tab showed. */
  origins: ReadonlySet<string>;
  /** Whether the list contains a request with that ID. */
  holds(id: string): boolean;
}

/**
 * Each panel shows its own tab: with its frames, its workers, the replays made from it, and imports. Pinned requests
 * whose origin is no longer known are shown in every panel.
 */
export function toBelonging(request: CapturedRequest, tab: TabKnowledge): Belonging {
  const {origin, replay, seenBy, pinned} = request;
  if (origin.tabId === tab.tabId) return 'own';
  if (origin.tabId !== null) return 'other';
  if (replay && replay.sourceId !== null && tab.holds(replay.sourceId)) return 'own';
  if (seenBy.includes('import')) return 'own';
  const home = getOrigin(origin.initiator) ?? getOrigin(origin.documentUrl);
  if (home === null) return pinned === true ? 'own' : 'other';
  return tab.origins.has(home) ? 'worker' : {waitsFor: home};
}

/** Origins that the tab must have shown, according to one of its requests. */
export function toShownOrigins(request: CapturedRequest): string[] {
  const {pageUrl, documentUrl, initiator} = request.origin;
  return toOrigins([pageUrl, documentUrl, initiator]);
}

/** Each once. */
export function toOrigins(urls: readonly (string | null)[]): string[] {
  const origins = [...new Set(urls)].map(getOrigin).filter((origin) => origin !== null);
  return [...new Set(origins)];
}

export function getOrigin(url: string | null): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  const {origin} = parsed;
  return origin === 'null' ? null : origin;
}
