import type {Browser, LaunchOptions, Page} from '../../setup/browser-driver';
import {launchers} from '../../setup/launchers';
import {poll} from '../../setup/poll';

/** A browser on loan to one test. */
export interface Loan {
  browser: Browser;
  /** Ends the loan. `reusable: false` closes the browser, as after a failure. */
  giveBack(options: {reusable: boolean}): Promise<void>;
}

export interface BrowserPool {
  /** `fresh`: one that was just started, which nobody else had. */
  lend(name: Browser['name'], options: LaunchOptions, fresh: boolean): Promise<Loan>;
  close(): Promise<void>;
}

/** How long it may take until nothing more is written of closed tabs, in milliseconds. */
const patience = 3_000;

/** So many browsers wait for a test that wants one: most tests take turns between two ways of starting it. */
const keptAtMost = 2;

/**
 * Hands browsers from test to test, since starting one takes longer than most tests. One is reused only if it was
 * started in the same way and a test cannot tell that another was there before: all its tabs are closed, panels have
 * their size again, and the extension has stored nothing. Otherwise the next test gets a browser of its own.
 */
export function createBrowserPool(): BrowserPool {
  /** The one that was lent last comes last. */
  const kept = new Map<string, Browser>();
  const keep = async (key: string, browser: Browser) => {
    kept.set(key, browser);
    const [oldest] = kept.keys();
    if (kept.size > keptAtMost && oldest !== undefined) await drop(oldest);
  };
  const drop = async (key: string) => {
    const dropped = kept.get(key);
    kept.delete(key);
    await dropped?.close();
  };
  return {
    async lend(name, options, fresh) {
      const key = JSON.stringify([name, options]);
      const browser = (fresh ? undefined : kept.get(key)) ?? (await launchers[name](options));
      if (!fresh) kept.delete(key);
      const visit = watchVisit(browser);
      return {
        browser: visit.browser,
        async giveBack({reusable}) {
          if (fresh || !reusable || visit.hasChangedBrowser()) return await browser.close();
          try {
            await visit.restoreSizes();
            await visit.closePages();
            await clean(browser);
          } catch {
            // Whatever is left, or cannot be read, would be the next test's trouble.
            return await browser.close();
          }
          await keep(key, browser);
        },
      };
    },
    async close() {
      await Promise.all([...kept.keys()].map(drop));
    },
  };
}

/** The browser as one test sees it: notes the tabs that it opens, and whether it changes what outlives them. */
function watchVisit(browser: Browser) {
  const pages: Page[] = [];
  const restorations: (() => Promise<void>)[] = [];
  let changed = false;
  const changes =
    <Arguments extends unknown[], Result>(action: (...args: Arguments) => Promise<Result>) =>
    (...args: Arguments) => {
      changed = true;
      return action(...args);
    };
  const noted = async (opening: Promise<Page>) => {
    const page = await opening;
    pages.push(page);
    const openPanel = page.openPanel.bind(page);
    page.openPanel = async () => {
      const panel = await openPanel();
      const resize = panel.resize.bind(panel);
      let first: {width: number; height: number} | undefined;
      panel.resize = async (size) => {
        // The window and its toolbox keep their size from tab to tab.
        if (first === undefined) {
          const found = await panel.evaluate(() => ({width: innerWidth, height: innerHeight}));
          first = found;
          restorations.push(() => resize(found));
        }
        await resize(size);
      };
      return panel;
    };
    return page;
  };
  const visiting: Browser = {
    ...browser,
    open: (url) => noted(browser.open(url)),
    openExtensionPage: (path) => noted(browser.openExtensionPage(path)),
    findExtensionPage: (path) => noted(browser.findExtensionPage(path)),
    openPrivate: changes(browser.openPrivate),
    grantHosts: changes(browser.grantHosts),
    revokeHosts: changes(browser.revokeHosts),
    allowHosts: changes(browser.allowHosts),
    setExtensionEnabled: changes(browser.setExtensionEnabled),
    reloadExtension: changes(browser.reloadExtension),
    setOffline: changes(browser.setOffline),
    // Peak memory counts all that the browser did since it was started.
    readPeakMemory: changes(browser.readPeakMemory),
  };
  return {
    browser: visiting,
    hasChangedBrowser: () => changed,
    /** Fails where the panel is gone: then nobody knows what size the next one will have. */
    async restoreSizes() {
      for (const restore of restorations.toReversed()) await restore();
    },
    async closePages() {
      // The newest first, as DevTools belongs to the tab that it inspects. Some closed their tab themselves.
      for (const page of pages.toReversed()) await page.close().catch(() => undefined);
    },
  };
}

/** Takes away what a test has left behind in the extension, until nothing more comes. */
async function clean(browser: Browser): Promise<void> {
  const page = await browser.openExtensionPage('src/permission-page/permission.html');
  try {
    await poll(() => page.evaluate(takeTraces), 'Traces are left.', patience);
  } finally {
    await page.close();
  }
}

interface Extension {
  storage: {local: {clear(): Promise<void>; get(keys: null): Promise<Record<string, unknown>>}};
  declarativeNetRequest: {getSessionRules(): Promise<unknown[]>};
}

/** Runs in a page of the extension, and refers to nothing outside itself; true: there was nothing. */
async function takeTraces(): Promise<boolean> {
  const {storage, declarativeNetRequest} = (globalThis as unknown as {chrome: Extension}).chrome;
  const ask = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const settings = Object.keys(await storage.local.get(null));
  await storage.local.clear();
  let found = settings.length + (await declarativeNetRequest.getSessionRules()).length;
  for (const {name = ''} of await indexedDB.databases()) {
    // The extension's own stay open elsewhere, and are emptied: pinned requests and plans outlive their tab.
    if (!name.startsWith('track-inspector')) {
      await ask(indexedDB.deleteDatabase(name));
      continue;
    }
    const database = await ask(indexedDB.open(name));
    const emptying = database.transaction(database.objectStoreNames, 'readwrite');
    for (const store of [...database.objectStoreNames].map((each) => emptying.objectStore(each))) {
      found += await ask(store.count());
      await ask(store.clear());
    }
    database.close();
  }
  return found === 0;
}
