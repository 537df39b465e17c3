import type {Browser, Page, Panel} from '../../setup/browser-driver';
import {enterTab, type Inspected, type InspectedTab, leaveTab, openPanel} from './inspected-tab';

/**
 * The browser as one test sees it: records the tabs that it opens, and whether it changes state that outlives them.
 * @param found the tab that the previous test left
 */
export function watchVisit(browser: Browser, found: InspectedTab | null) {
  const pages: Page[] = [];
  const restorations: (() => Promise<void>)[] = [];
  let changed = false;
  let waiting = found;
  let inspected: InspectedTab | null = null;
  const watchPanel = (panel: Panel): Panel => {
    const sized = keepSize(panel, (restore) => restorations.push(restore));
    return override(sized, {
      async close() {
        if (inspected?.panel === panel) inspected = null;
        await panel.close();
      },
    });
  };
  const watchPage = (page: Page): Page => {
    pages.push(page);
    return override(page, {
      async openPanel() {
        const tab = await openPanel(page);
        inspected ??= tab;
        return watchPanel(tab.panel);
      },
      async close() {
        if (inspected?.page === page) inspected = null;
        await page.close();
      },
    });
  };
  const open = async (opening: () => Promise<Page>) => {
    // A test that does not inspect a tab, or opens DevTools itself, expects no open tab.
    await waiting?.page.close();
    waiting = null;
    return watchPage(await opening());
  };
  const visiting: Browser = {
    ...noteChanges(browser, () => {
      changed = true;
    }),
    open: (url) => open(() => browser.open(url)),
    openExtensionPage: (path) => open(() => browser.openExtensionPage(path)),
    findExtensionPage: (path) => open(() => browser.findExtensionPage(path)),
  };
  return {
    browser: visiting,
    async inspect(url: string): Promise<Inspected> {
      if (waiting === null) {
        const page = await visiting.open(url);
        return {page, panel: await page.openPanel()};
      }
      inspected = waiting;
      waiting = null;
      await enterTab(inspected, url);
      return {page: watchPage(inspected.page), panel: watchPanel(inspected.panel)};
    },
    hasChangedBrowser: () => changed,
    /** Fails if the panel is gone, since the size of the next one is unknown then. */
    async restoreSizes() {
      for (const restore of restorations.toReversed()) await restore();
    },
    /** Closes what was opened; resolves to the tab that the next test may inspect. Rejects if the browser has changed. */
    async leave(): Promise<InspectedTab | null> {
      if (inspected !== null) await leaveTab(inspected);
      const left = inspected;
      // The newest first, since a DevTools window belongs to the tab that it inspects. Some tests closed their tab
      // themselves.
      for (const page of pages.toReversed())
        if (page !== left?.page) await page.close().catch(() => undefined);
      return left ?? waiting;
    },
  };
}

/** The window and its toolbox keep their size from tab to tab. @param note gets a function that restores the first size */
function keepSize(panel: Panel, note: (restore: () => Promise<void>) => void): Panel {
  let isNoted = false;
  return override(panel, {
    async resize(size) {
      if (!isNoted) {
        const before = await panel.evaluate(() => ({width: innerWidth, height: innerHeight}));
        isNoted = true;
        note(() => panel.resize(before));
      }
      await panel.resize(size);
    },
  });
}

/** Calls `note` for everything that changes the browser beyond its tabs. */
function noteChanges(browser: Browser, note: () => void): Browser {
  const changes =
    <Arguments extends unknown[], Result>(action: (...args: Arguments) => Promise<Result>) =>
    (...args: Arguments) => {
      note();
      return action(...args);
    };
  return {
    ...browser,
    openPrivate: changes(browser.openPrivate),
    grantHosts: changes(browser.grantHosts),
    revokeHosts: changes(browser.revokeHosts),
    allowHosts: changes(browser.allowHosts),
    setExtensionEnabled: changes(browser.setExtensionEnabled),
    reloadExtension: changes(browser.reloadExtension),
    setOffline: changes(browser.setOffline),
    // Peak memory includes everything the browser has done since it was started.
    readPeakMemory: changes(browser.readPeakMemory),
  };
}

/** The same object with these methods replaced. */
function override<Overridden extends object>(object: Overridden, methods: Partial<Overridden>): Overridden {
  return Object.assign(Object.create(object) as Overridden, methods);
}
