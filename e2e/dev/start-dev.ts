import type {Browser, Page, Panel} from '../setup/browser-driver';
import {launchers} from '../setup/launchers';
import {startSite} from '../site/start-site';
import {startTrackApi} from '../track-api/start-track-api';
import {watchBuild} from './watch-build';

export interface DevOptions {
  /** Folder of the checkout whose sources are built and watched. */
  root: string;
  browser: Browser['name'];
  outDir: string;
  headless: boolean;
  /** Called after the panel has been opened: at the start, and after each change. */
  onOpened: (opened: {page: Page; panel: Panel; siteUrl: string; endpoint: string}) => void;
  onError: (error: unknown) => void;
}

/**
 * Opens a browser with the extension and DevTools next to the demo site. After each change of the sources it builds
 * the extension, reloads it and opens DevTools again. Resolves, once the panel is open, to a function that stops
 * everything.
 */
export async function startDev(options: DevOptions): Promise<() => Promise<void>> {
  const api = await startTrackApi();
  const site = await startSite({apiUrl: api.url});
  let session: {browser: Browser; page: Page; panel: Panel} | null = null;
  const open = async () => {
    if (session === null) {
      const {outDir: extension, browser: name, headless} = options;
      const browser = await launchers[name]({extension, headless});
      await browser.grantHosts(['http://127.0.0.1/*', 'http://localhost/*']);
      const page = await browser.open(site.url);
      session = {browser, page, panel: await page.openPanel()};
    } else {
      // Reloading the extension closes its panels in both browsers; DevTools keeps an empty tab.
      const {browser, page, panel} = session;
      await panel.close();
      await browser.reloadExtension();
      session = {browser, page, panel: await page.openPanel()};
    }
    options.onOpened({
      page: session.page,
      panel: session.panel,
      siteUrl: site.url,
      endpoint: `${api.url}/api/track`,
    });
  };
  let stopWatching: () => Promise<void> = () => Promise.resolve();
  const opened = new Promise<void>((resolve, reject) => {
    const onBuilt = () => open().then(resolve);
    const onError = (error: unknown) => {
      reject(error);
      options.onError(error);
    };
    watchBuild({...options, onBuilt, onError}).then((stop) => {
      stopWatching = stop;
    }, reject);
  });
  const close = async () => {
    await stopWatching();
    await session?.browser.close();
    await Promise.all([api.close(), site.close()]);
  };
  try {
    await opened;
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
