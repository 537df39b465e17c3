/**
 * Scripts that run in Firefox' own window and control tabs. Each is sent as text, so each must be self-contained. A
 * tab is identified by its browser ID, which stays the same when it navigates.
 */

export function openTab(url: string): number {
  const tab = gBrowser.addTrustedTab(url);
  gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;
}

/** Opens a private window; resolves to its tab, which shows an empty page. */
export async function openPrivateTab(): Promise<number> {
  const opened = OpenBrowserWindow({private: true});
  const topic = 'browser-delayed-startup-finished';
  await new Promise<void>((resolve) => {
    const notice = (subject: unknown) => {
      if (subject !== opened) return;
      Services.obs.removeObserver(notice, topic);
      resolve();
    };
    Services.obs.addObserver(notice, topic);
  });
  return opened.gBrowser.selectedTab.linkedBrowser.browserId;
}

/** The tab whose address starts with this; null if there is none. */
export function findTab(start: string): {browserId: number; url: string} | null {
  const found = gBrowser.tabs.find(({linkedBrowser}) => linkedBrowser.currentURI.spec.startsWith(start));
  return found ? {browserId: found.linkedBrowser.browserId, url: found.linkedBrowser.currentURI.spec} : null;
}

/** Resolves to the ID of the window that the tab shows before loading. */
export function startLoading({browserId, url}: {browserId: number; url: string}): number | null {
  const context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  const before = context?.currentWindowGlobal?.innerWindowId ?? null;
  context?.embedderElement.loadURI(Services.io.newURI(url), {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
  return before;
}

export interface Loading {
  browserId: number;
  url: string;
  /** The window that is replaced, which may show the same URL. */
  before: number | null;
}

/** Whether the tab has completely loaded the page with that URL. */
export async function isLoaded({browserId, url, before}: Loading): Promise<boolean> {
  const browsingContext = BrowsingContext.getCurrentTopByBrowserId(browserId);
  if (!browsingContext) throw new Error('The tab is closed.');
  const {currentURI, webProgress} = browsingContext.embedderElement;
  if (currentURI.spec !== new URL(url).href || webProgress.isLoadingDocument) return false;
  if (browsingContext.currentWindowGlobal?.innerWindowId === before) return false;
  const actor = browsingContext.currentWindowGlobal?.getActor('MarionetteCommands');
  const options = {timeout: 10_000, async: false};
  return (await actor?.executeScript('return document.readyState', [], options)) === 'complete';
}

export function closeTab(browserId: number): void {
  const tab = gBrowser.tabs.find((one) => one.linkedBrowser.browserId === browserId);
  if (tab) gBrowser.removeTab(tab);
}

/** Runs source in the tab's page, in the page's own world; it returns JSON. */
export async function runInTab({browserId, source}: {browserId: number; source: string}): Promise<unknown> {
  const context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  const actor = context?.currentWindowGlobal?.getActor('MarionetteCommands');
  if (actor === undefined) throw new Error('The tab is closed.');
  return await actor.executeScript(source, [], {timeout: 60_000, async: false});
}

/** Brings the tab to the front, focuses it, and returns the position of its page in the window. */
export function focusTab(browserId: number): {x: number; y: number; width: number; height: number} {
  const tab = gBrowser.tabs.find((one) => one.linkedBrowser.browserId === browserId);
  if (tab === undefined) throw new Error('The tab is closed.');
  gBrowser.selectedTab = tab;
  tab.linkedBrowser.focus();
  const {x, y, width, height} = tab.linkedBrowser.getBoundingClientRect();
  return {x, y, width, height};
}

/** A part of the window as painted, as a data URL of a PNG. */
export async function paint({x, y, width, height}: {x: number; y: number; width: number; height: number}) {
  const context = (window as unknown as {browsingContext: FirefoxBrowsingContext}).browsingContext;
  const bitmap = await context.currentWindowGlobal?.drawSnapshot(
    new DOMRect(x, y, width, height),
    1,
    'white',
  );
  if (bitmap === undefined) throw new Error('The window is closed.');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png');
}
