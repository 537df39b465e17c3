import type {Page, Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import type {ChromeWindow} from './chrome-window';
import {openFirefoxPanel} from './firefox-panel';
import {FirefoxSurface} from './firefox-surface';
import {
  closeTab,
  findTab,
  focusTab,
  isLoaded,
  openPrivateTab,
  openTab,
  runInTab,
  startLoading,
} from './tab-scripts';

/** Opens a tab. */
export async function openFirefoxPage(window: ChromeWindow, extensionId: string, url: string): Promise<Page> {
  const browserId = await window.run(openTab, 'about:blank');
  const page = new FirefoxPage(window, browserId, extensionId);
  await page.goto(url);
  return page;
}

/** Opens a private window with that page. */
export async function openPrivateFirefoxPage(
  window: ChromeWindow,
  extensionId: string,
  url: string,
): Promise<Page> {
  const page = new FirefoxPage(window, await window.run(openPrivateTab), extensionId);
  await page.goto(url);
  return page;
}

/** The tab whose address starts with this, once it has loaded. */
export async function findFirefoxPage(
  window: ChromeWindow,
  extensionId: string,
  start: string,
): Promise<Page> {
  const {browserId, url} = await poll(() => window.run(findTab, start), `No tab shows ${start}.`);
  await poll(() => window.run(isLoaded, {browserId, url, before: null}), `The page ${url} did not load.`);
  return new FirefoxPage(window, browserId, extensionId);
}

class FirefoxPage extends FirefoxSurface implements Page {
  readonly title = 'the page';

  constructor(
    window: ChromeWindow,
    private readonly browserId: number,
    private readonly extensionId: string,
  ) {
    super(window);
  }

  async goto(url: string): Promise<void> {
    const {browserId} = this;
    const before = await this.window.run(startLoading, {browserId, url});
    await poll(
      () => this.window.run(isLoaded, {browserId, url, before}),
      `The page ${url} did not load.`,
      60_000,
    );
  }

  async openPanel(): Promise<Panel> {
    return await openFirefoxPanel(this.window, this.browserId, this.extensionId);
  }

  async close(): Promise<void> {
    await this.window.run(closeTab, this.browserId);
  }

  protected async runSource(source: string): Promise<unknown> {
    return await this.window.run(runInTab, {browserId: this.browserId, source});
  }

  protected async focus(): Promise<void> {
    await this.window.run(focusTab, this.browserId);
  }

  protected async measure() {
    const box = await this.window.run(focusTab, this.browserId);
    return {content: box, frame: box};
  }
}
