import type {DocumentProbe} from './document-probe';
import {isPageLeft, isSamePage, type ShownTab} from './page-left';
import type {WebRequestDetails} from './web-request-details';

/** The page that a tab showed when a request was sent; null if the browser does not say (no permission, tab closed). */
export interface PageUrls {
  of(details: WebRequestDetails): Promise<string | null>;
  /** Whether the page that sent it is being left now, or is gone; null: the browser does not say. */
  isLeft(details: WebRequestDetails): Promise<boolean | null>;
}

const MAX_REMEMBERED = 1_000;

/**
 * Asks the browser once per request, and remembers the address of each document. For a request at page unload, the
 * tab already shows the next page: that page is loading and, whatever its origin, is not the sender. A page that only
 * changed its address (pushState) is complete and is still the same document.
 */
export function createPageUrls(
  getTab: (tabId: number) => Promise<ShownTab>,
  hasDocument: DocumentProbe = async () => null,
): PageUrls {
  const ofDocuments = createMemory<string>();
  const ofRequests = createMemory<Promise<string | null>>();
  /** What the tab showed when a request was first captured. */
  const atStart = createMemory<{tab: Promise<ShownTab>; at: number}>();

  async function ask(details: WebRequestDetails, tab: Promise<ShownTab>): Promise<string | null> {
    const key = toDocumentKey(details);
    const shown = await tab;
    const known = key === null ? undefined : ofDocuments.get(key);
    const url = known !== undefined && !isSamePage(known, shown) ? known : (shown.url ?? null);
    if (key !== null && url !== null) ofDocuments.set(key, url);
    return url;
  }

  async function getShown(tabId: number): Promise<ShownTab> {
    try {
      const {url, status} = await getTab(tabId);
      return {url, status};
    } catch {
      // The tab is closed, so this can no longer be found out.
      return {};
    }
  }

  return {
    of(details) {
      // If the page is gone, the end of its request has neither tab nor document.
      const key = details.requestId;
      const known = ofRequests.get(key);
      if (known) return known;
      const tab = getShown(details.tabId);
      const asked = ask(details, tab);
      atStart.set(key, {tab, at: details.timeStamp});
      ofRequests.set(key, asked);
      return asked;
    },
    async isLeft(details) {
      const before = atStart.get(details.requestId);
      // It had no tab from the beginning: sent by a worker, or by a page that was gone by then.
      if (before === undefined) return null;
      // Chromium removes the tab from requests of a page that is gone.
      if (details.tabId < 0 || details.documentLifecycle === 'pending_deletion') return true;
      return await isPageLeft(details, before.tab, async () => {
        const [tab, hasOne] = await Promise.all([getShown(details.tabId), hasDocument(details, before.at)]);
        return {tab, hasDocument: hasOne};
      });
    },
  };
}

function createMemory<Value>() {
  const remembered = new Map<string, Value>();
  return {
    get: (key: string) => remembered.get(key),
    set(key: string, value: Value) {
      if (remembered.size >= MAX_REMEMBERED && !remembered.has(key)) remembered.clear();
      remembered.set(key, value);
    },
  };
}

function toDocumentKey({tabId, frameId, documentId, documentUrl}: WebRequestDetails): string | null {
  if (documentId !== undefined) return documentId;
  return documentUrl === undefined ? null : `${tabId} ${frameId} ${documentUrl}`;
}
