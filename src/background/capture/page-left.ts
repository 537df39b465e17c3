import type {WebRequestDetails} from './web-request-details';

/** What we use of a tab. */
export interface ShownTab {
  url?: string | undefined;
  /** `loading` while a new document takes the place of the old one, and until it is complete. */
  status?: string | undefined;
}

/** What the browser says at one moment. */
export interface Look {
  tab: ShownTab;
  /** Whether the document that sent is there; null: the browser does not say. */
  hasDocument: boolean | null;
}

/**
 * In milliseconds: a document that is being left is there a moment longer, though the tab may have loaded the next one by
 * then, and the requests of a frame are cancelled before the browser has removed it.
 */
const LEAVING_MS = 250;
/** And longer while the tab is loading. */
const LOADING_MS = 500;

/**
 * Whether the page that sent a request is being left now, or is gone. `start` is what the tab showed when the request was
 * seen first; a document that is still there is looked at again, since it may be on its way out.
 */
export async function isPageLeft(
  details: WebRequestDetails,
  start: Promise<ShownTab>,
  look: () => Promise<Look>,
): Promise<boolean> {
  let now = await look();
  const isThere = () => (isOfAnotherSite(details, now.tab) ? false : now.hasDocument);
  if (isThere() === true) now = await lookAfter(LEAVING_MS, look);
  if (isThere() === true && now.tab.status === 'loading') now = await lookAfter(LOADING_MS, look);
  const there = isThere();
  return there === null ? hasMovedOn(await start, now.tab) : !there;
}

async function lookAfter(delay: number, look: () => Promise<Look>): Promise<Look> {
  await new Promise((resolve) => setTimeout(resolve, delay));
  return await look();
}

/** By what the tab shows alone. */
function hasMovedOn(start: ShownTab, now: ShownTab): boolean {
  if (start.url === undefined || now.url === undefined) return now.url === undefined;
  // While a page is not complete yet, its own loading is not a sign that it is left.
  if (now.status === 'loading') return start.status === 'complete' || start.url !== now.url;
  return !isSamePage(start.url, now);
}

/** Whether the tab shows another site than the one that sent, whose document may be there until all its ends are done. */
function isOfAnotherSite({frameId, initiator, originUrl}: WebRequestDetails, {url = ''}: ShownTab): boolean {
  const sender = initiator ?? originUrl ?? '';
  if (frameId !== 0 || !/^https?:/.test(url) || !URL.canParse(sender)) return false;
  return new URL(sender).origin !== new URL(url).origin;
}

/** Whether the tab still shows the document that was shown at this address before. */
export function isSamePage(known: string, {url, status}: ShownTab): boolean {
  if (url === undefined || !URL.canParse(url) || !URL.canParse(known)) return false;
  return status === 'complete' && new URL(url).origin === new URL(known).origin;
}
