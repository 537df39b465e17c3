import type {WebRequestDetails} from './web-request-details';

/** Which page a tab showed when a request left: null where the browser does not tell (no permission, tab gone). */
export interface PageUrls {
  of(details: WebRequestDetails): Promise<string | null>;
}

/** What we use of a tab. */
export interface ShownTab {
  url?: string | undefined;
  /** `loading` while a new document takes the place of the old one, and until it is complete. */
  status?: string | undefined;
}

const MAX_REMEMBERED = 200;

/**
 * Asks the browser once a request, and remembers what a document was shown as. A request at page unload is asked about
 * when the tab shows the next page already: that one is loading then, and of another origin or not, it is not the page that
 * sent. A page that only changed its address (pushState) is complete, and stays the same document.
 */
export function createPageUrls(getTab: (tabId: number) => Promise<ShownTab>): PageUrls {
  const ofDocuments = createMemory<string>();
  const ofRequests = createMemory<Promise<string | null>>();

  async function ask(details: WebRequestDetails): Promise<string | null> {
    const key = toDocumentKey(details);
    const shown = await getShown(details.tabId);
    const known = key === null ? undefined : ofDocuments.get(key);
    const url = known !== undefined && !isSamePage(known, shown) ? known : (shown.url ?? null);
    if (key !== null && url !== null) ofDocuments.set(key, url);
    return url;
  }

  async function getShown(tabId: number): Promise<ShownTab> {
    try {
      return await getTab(tabId);
    } catch {
      // The tab is gone: nobody can tell any more.
      return {};
    }
  }

  return {
    of(details) {
      const key = `${details.requestId} ${toDocumentKey(details) ?? ''}`;
      const asked = ofRequests.get(key) ?? ask(details);
      ofRequests.set(key, asked);
      return asked;
    },
  };
}

/** Whether the tab still shows the document that was shown at this address before. */
function isSamePage(known: string, {url, status}: ShownTab): boolean {
  if (url === undefined || !URL.canParse(url) || !URL.canParse(known)) return false;
  return status === 'complete' && new URL(url).origin === new URL(known).origin;
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
