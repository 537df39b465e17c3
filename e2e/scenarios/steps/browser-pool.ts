import type {Browser, LaunchOptions, Page} from '../../setup/browser-driver';
import {launchers} from '../../setup/launchers';
import {poll} from '../../setup/poll';
import {listRecordIds} from '../transports/read-records';

/** A browser on loan to one test. */
export interface Loan {
  browser: Browser;
  /** Ends the loan. `reusable: false` closes the browser, as after a failure. */
  giveBack(options: {reusable: boolean}): Promise<void>;
}

export interface BrowserPool {
  lend(name: Browser['name'], options: LaunchOptions, grants: readonly string[]): Promise<Loan>;
  close(): Promise<void>;
}

/** How long a closed tab's requests may take to leave the log, in milliseconds. */
const patience = 3_000;

/**
 * Hands one browser from test to test, since starting one takes longer than most tests. It is reused only if it was
 * started in the same way and a test cannot tell that another was there before: all its tabs are closed, and log,
 * settings and session rules are as they were. Otherwise the next test gets a browser of its own.
 */
export function createBrowserPool(): BrowserPool {
  let kept: {key: string; browser: Browser; traces: string} | null = null;
  const drop = async () => {
    const dropped = kept;
    kept = null;
    await dropped?.browser.close();
  };
  return {
    async lend(name, options, grants) {
      const key = JSON.stringify([name, options, grants]);
      if (kept?.key !== key) await drop();
      kept ??= {key, ...(await launch(name, options, grants))};
      const {browser, traces} = kept;
      const visit = watchVisit(browser);
      return {
        browser: visit.browser,
        async giveBack({reusable}) {
          if (!reusable || visit.hasChangedBrowser()) return await drop();
          try {
            await visit.closePages();
            await poll(async () => (await readTraces(browser)) === traces, 'Traces are left.', patience);
          } catch {
            // Whatever is left, or cannot be read, would be the next test's trouble.
            await drop();
          }
        },
      };
    },
    close: drop,
  };
}

async function launch(name: Browser['name'], options: LaunchOptions, grants: readonly string[]) {
  const browser = await launchers[name](options);
  try {
    await browser.grantHosts(grants);
    return {browser, traces: await readTraces(browser)};
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The browser as one test sees it: notes the tabs that it opens, and whether it changes what outlives them. */
function watchVisit(browser: Browser) {
  const pages: Page[] = [];
  let changed = false;
  const noted = async (opening: Promise<Page>) => {
    const page = await opening;
    pages.push(page);
    return page;
  };
  const changes =
    <Arguments extends unknown[], Result>(action: (...args: Arguments) => Promise<Result>) =>
    (...args: Arguments) => {
      changed = true;
      return action(...args);
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
    async closePages() {
      // The newest first, as DevTools belongs to the tab that it inspects. Some closed their tab themselves.
      for (const page of pages.toReversed()) await page.close().catch(() => undefined);
    },
  };
}

/** What a test may leave behind in the extension, as text to compare; settings are put back first. */
async function readTraces(browser: Browser): Promise<string> {
  const page = await browser.openExtensionPage('src/permission-page/permission.html');
  try {
    const {hasLog, ...left} = await page.evaluate(resetSettings);
    return JSON.stringify({...left, records: hasLog ? await listRecordIds(page) : []});
  } finally {
    await page.close();
  }
}

interface Extension {
  storage: {local: {clear(): Promise<void>; get(keys: null): Promise<Record<string, unknown>>}};
  declarativeNetRequest: {getSessionRules(): Promise<unknown[]>};
}

/** Runs in a page of the extension; refers to nothing outside itself. */
async function resetSettings() {
  const {storage, declarativeNetRequest} = (globalThis as unknown as {chrome: Extension}).chrome;
  // A browser that was just started has no settings yet.
  await storage.local.clear();
  const databases = await indexedDB.databases();
  return {
    hasLog: databases.some(({name}) => name === 'track-inspector'),
    rules: (await declarativeNetRequest.getSessionRules()).length,
    settings: await storage.local.get(null),
  };
}
