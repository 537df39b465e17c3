import type {Browser, LaunchOptions} from '../../setup/browser-driver';
import {launchers} from '../../setup/launchers';
import {poll} from '../../setup/poll';
import type {Surface} from '../../setup/surface';
import {type Inspected, type InspectedTab, ownPagePath} from './inspected-tab';
import {watchVisit} from './watch-visit';

/** A browser lent to one test. */
export interface Loan {
  browser: Browser;
  /** A tab that shows the page, with our panel freshly loaded: in DevTools that an earlier test left open, or in new ones. */
  inspect(url: string): Promise<Inspected>;
  /** Ends the loan. `reusable: false` closes the browser, as after a failure. */
  giveBack(options: {reusable: boolean}): Promise<void>;
}

export interface BrowserPool {
  /** `fresh`: a browser that was just started and not used by another test. */
  lend(name: Browser['name'], options: LaunchOptions, fresh: boolean): Promise<Loan>;
  close(): Promise<void>;
}

/** How long it may take until records of closed tabs are no longer written, in milliseconds. */
const patience = 3_000;

/** The number of idle browsers that are kept: most tests start the browser in one way, and groups of tests in another. */
const keptAtMost = 2;

/** An idle browser, and its tab whose DevTools are still open. */
interface Kept {
  browser: Browser;
  tab: InspectedTab | null;
  /** The number of tests that have used it. */
  lent: number;
}

/**
 * Passes browsers from test to test, since starting one takes longer than most tests. A browser is reused only if it
 * was started in the same way and a test cannot notice the previous one: all its tabs are closed except the one that
 * the next test inspects, panels have their original size, and the extension has not stored anything. Otherwise the
 * next test gets a new browser.
 */
export function createBrowserPool(): BrowserPool {
  const kept = new Map<string, Kept>();
  const keep = async (key: string, one: Kept) => {
    const others = [...kept].toSorted(([, left], [, right]) => left.lent - right.lent);
    const [least] = others;
    if (others.length === keptAtMost && least !== undefined) await drop(least[0]);
    kept.set(key, one);
  };
  const drop = async (key: string) => {
    const dropped = kept.get(key);
    kept.delete(key);
    await dropped?.browser.close();
  };
  return {
    async lend(name, options, wantsFresh) {
      // Hosts are mapped to the port of one test's server.
      const fresh = wantsFresh || options.hosts?.length !== 0;
      const key = JSON.stringify([name, options]);
      const found = fresh ? undefined : kept.get(key);
      if (!fresh) kept.delete(key);
      const {browser, tab, lent} = found ?? {browser: await launchers[name](options), tab: null, lent: 0};
      const visit = watchVisit(browser, tab);
      return {
        browser: visit.browser,
        inspect: visit.inspect,
        async giveBack({reusable}) {
          if (fresh || !reusable || visit.hasChangedBrowser()) return await browser.close();
          let left: InspectedTab | null;
          try {
            await visit.restoreSizes();
            left = await visit.leave();
            await clean(browser, left);
          } catch {
            // Traces that remain, or cannot be read, would affect the next test.
            return await browser.close();
          }
          await keep(key, {browser, tab: left, lent: lent + 1});
        },
      };
    },
    async close() {
      await Promise.all([...kept.keys()].map(drop));
    },
  };
}

/** Removes what a test has left in the extension, until nothing more appears. */
async function clean(browser: Browser, left: InspectedTab | null): Promise<void> {
  const takeAll = (own: Surface) => poll(() => own.evaluate(takeTraces), 'Traces are left.', patience);
  // In Firefox a page in the toolbox has access to only a few of the extension's APIs.
  if (left !== null && browser.name === 'chromium') return void (await takeAll(left.panel));
  const page = await browser.openExtensionPage(ownPagePath);
  try {
    await takeAll(page);
  } finally {
    await page.close();
  }
}

interface Extension {
  storage: {local: {clear(): Promise<void>; get(keys: null): Promise<Record<string, unknown>>}};
  declarativeNetRequest: {getSessionRules(): Promise<unknown[]>};
}

/** Runs in a page of the extension and is self-contained; true: there was nothing to remove. */
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
    // The extension's own databases are open elsewhere, so they are emptied: pinned requests and plans outlive their
    // tab.
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
