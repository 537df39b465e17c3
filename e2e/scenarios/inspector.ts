import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {test as base, type TestInfo} from 'playwright/test';
import {launchChromium} from '../chromium/chromium-driver';
import {launchFirefox} from '../firefox/firefox-driver';
import type {Browser, HostRule, Page, Panel, Theme} from '../setup/browser-driver';
import {type Site, startSite} from '../site/start-site';
import {startTrackApi, type TrackApi} from '../track-api/start-track-api';

export {expect} from 'playwright/test';

/** A browser with the extension, showing the demo site, and the server that the site sends to. */
export interface Visit {
  browser: Browser;
  page: Page;
  site: Site;
  api: TrackApi;
}

/** A visit with our panel open beside the page. */
export interface Inspector extends Visit {
  panel: Panel;
}

interface Options {
  /** The project's browser. */
  browserUnderTest: Browser['name'];
  theme: Theme;
  /** Hosts that a port of this machine answers. */
  hosts: readonly HostRule[];
  /** Hosts that the extension may see, beyond what it may see once installed. */
  grants: readonly string[];
}

const launchers = {chromium: launchChromium, firefox: launchFirefox};

/** Each test starts servers and a browser of its own, on a profile of its own, so none depends on another. */
export const test = base.extend<Options & {api: TrackApi; visit: Visit; inspector: Inspector}>({
  browserUnderTest: ['chromium', {option: true}],
  theme: ['light', {option: true}],
  hosts: [[], {option: true}],
  grants: [['http://127.0.0.1/*', 'http://localhost/*'], {option: true}],

  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs.
  api: async ({}, use) => {
    const api = await startTrackApi();
    await use(api);
    await api.close();
  },

  visit: async ({api, browserUnderTest, theme, hosts, grants}, use) => {
    const site = await startSite({apiUrl: api.url});
    const launch = launchers[browserUnderTest];
    const browser = await launch({extension: findBuild(browserUnderTest), theme, hosts});
    try {
      await browser.grantHosts(grants);
      await use({browser, page: await browser.open(site.url), site, api});
    } finally {
      await browser.close();
      await site.close();
    }
  },

  inspector: async ({visit}, use, testInfo) => {
    const panel = await visit.page.openPanel();
    await use({...visit, panel});
    await keepPictureOfFailure(panel, testInfo);
  },
});

async function keepPictureOfFailure(panel: Panel, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  const path = testInfo.outputPath('panel.png');
  try {
    await panel.screenshot(path);
    await testInfo.attach('panel', {path, contentType: 'image/png'});
  } catch (error) {
    // The test has closed the panel; its own failure is what matters.
    testInfo.annotations.push({type: 'no picture', description: String(error)});
  }
}

function findBuild(name: Browser['name']): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = join(process.env.EXTENSION_BUILDS ?? join(root, 'dist'), name);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build in ${folder}: run "npm run build".`);
}
