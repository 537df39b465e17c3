import {canParseUrl} from '../../domain/parse-url';
import type {WebRequestDetails} from './web-request-details';

/** The fields of a tab that we use. */
export interface ShownTab {
  url?: string | undefined;
  /** `loading` from when a new document replaces the old one until it is complete. */
  status?: string | undefined;
}

/** The browser's state at one moment. */
export interface Look {
  tab: ShownTab;
  /** Whether the document that sent the request exists; null: the browser does not say. */
  hasDocument: boolean | null;
}

/**
 * In milliseconds: a document that is being left exists slightly longer, even if the tab has loaded the next one by
 * then, and the requests of a frame are cancelled before the browser has removed it.
 */
const LEAVING_MS = 250;
/** Longer while the tab is loading. */
const LOADING_MS = 500;

/**
 * Whether the page that sent a request is being left now, or is gone. `start` is what the tab showed when the request
 * was first captured. A document that still exists is checked again, since it may be about to close.
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

/** Decides by what the tab shows only. */
function hasMovedOn(start: ShownTab, now: ShownTab): boolean {
  if (start.url === undefined || now.url === undefined) return now.url === undefined;
  // While a page is not complete yet, its own loading is not a sign that it is left.
  if (now.status === 'loading') return start.status === 'complete' || start.url !== now.url;
  return !isSamePage(start.url, now);
}

/**
 * Whether the tab shows another site than the sender's. The sender's document may exist until all its requests have
 * ended.
 */
function isOfAnotherSite({frameId, initiator, originUrl}: WebRequestDetails, {url = ''}: ShownTab): boolean {
  const sender = initiator ?? originUrl ?? '';
  if (frameId !== 0 || !/^https?:/.test(url) || !canParseUrl(sender)) return false;
  return new URL(sender).origin !== new URL(url).origin;
}

/** Whether the tab still shows the document that it showed at this address before. */
export function isSamePage(known: string, {url, status}: ShownTab): boolean {
  if (url === undefined || !canParseUrl(url) || !canParseUrl(known)) return false;
  return status === 'complete' && new URL(url).origin === new URL(known).origin;
}
