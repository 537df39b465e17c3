import type {WebRequestDetails} from './web-request-details';

/** Which page a tab showed when a request left: null where the browser does not tell (no permission, tab gone). */
export interface PageUrls {
  of(details: WebRequestDetails): Promise<string | null>;
}

const MAX_REMEMBERED = 200;

/**
 * Asks the browser once a document. A request at page unload then still has the page it came from, though the tab may
 * show the next one already.
 */
export function createPageUrls(getTabUrl: (tabId: number) => Promise<string | undefined>): PageUrls {
  const remembered = new Map<string, Promise<string | null>>();

  async function ask(tabId: number): Promise<string | null> {
    try {
      return (await getTabUrl(tabId)) ?? null;
    } catch {
      // The tab is gone: nobody can tell any more.
      return null;
    }
  }

  return {
    of(details) {
      const key = toDocumentKey(details);
      if (key === null) return ask(details.tabId);
      const known = remembered.get(key);
      if (known) return known;
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      const asked = ask(details.tabId);
      remembered.set(key, asked);
      return asked;
    },
  };
}

function toDocumentKey({tabId, frameId, documentId, documentUrl}: WebRequestDetails): string | null {
  if (documentId !== undefined) return documentId;
  return documentUrl === undefined ? null : `${tabId} ${frameId} ${documentUrl}`;
}
