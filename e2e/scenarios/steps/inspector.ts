import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test as base, type TestInfo} from 'playwright/test';
import {packBuild} from '../../release/pack-build';
import {unpackArchive} from '../../release/unpack-archive';
import type {Browser, Page, Panel, Theme} from '../../setup/browser-driver';
import {findBuild} from '../../setup/builds';
import {plantIn} from '../../setup/plant-in';
import {type Site, startSite} from '../../site/start-site';
import {createCertificate} from '../../track-api/create-certificate';
import {startTrackApi, type TrackApi} from '../../track-api/start-track-api';
import {type BrowserPool, createBrowserPool, type Loan} from './browser-pool';

export {expect} from './expect';

/** A browser with the extension, showing the demo site, and the server that the site sends to. */
export interface Visit {
  browser: Browser;
  page: Page;
  site: Site;
  api: TrackApi;
  /** The address that the site sends its batches to. */
  endpoint: string;
}

/** A visit with our panel open next to the page. */
export interface Inspector extends Visit {
  panel: Panel;
}

interface Options {
  /** The project's browser. */
  browserUnderTest: Browser['name'];
  theme: Theme;
  /** The server responds under the vendor's own host name, with HTTPS and HTTP/2. */
  underVendorHost: boolean;
  /** Hosts that the extension may access, in addition to those granted at installation. */
  grants: readonly string[];
  /** The test needs a browser that was just started, and the browser is not reused. */
  ownBrowser: boolean;
  /** The extension is the one for the store: unpacked from the archive, not taken from the build. */
  packed: boolean;
  /** A script that runs first in the panel's judge; '' for no script. */
  plantedInJudge: string;
  /** The same, in the settings page. */
  plantedInSettings: string;
}

const vendorHost = 'api.app.thrivestack.ai';

/** Each test has its own servers, and a browser and DevTools that do not show traces of earlier tests. */
export const test = base.extend<
  Options & {api: TrackApi; loan: Loan & Omit<Visit, 'page'>; visit: Visit; inspector: Inspector},
  {browsers: BrowserPool}
>({
  browserUnderTest: ['chromium', {option: true}],
  theme: ['light', {option: true}],
  underVendorHost: [false, {option: true}],
  grants: [['http://127.0.0.1/*', 'http://localhost/*'], {option: true}],
  ownBrowser: [false, {option: true}],
  packed: [false, {option: true}],
  plantedInJudge: ['', {option: true}],
  plantedInSettings: ['', {option: true}],

  browsers: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs.
    async ({}, use) => {
      const browsers = createBrowserPool();
      await use(browsers);
      await browsers.close();
    },
    {scope: 'worker'},
  ],

  api: async ({underVendorHost}, use) => {
    const https = underVendorHost ? {...(await createCertificate([vendorHost])), http2: true} : null;
    const api = await startTrackApi(https ? {https} : {});
    await use(api);
    await api.close();
  },

  loan: async (
    {
      api,
      browsers,
      browserUnderTest,
      theme,
      underVendorHost,
      grants,
      ownBrowser,
      packed,
      plantedInJudge,
      plantedInSettings,
    },
    use,
    testInfo,
  ) => {
    const apiUrl = underVendorHost ? `https://${vendorHost}` : api.url;
    const hosts = underVendorHost ? [{host: vendorHost, port: api.port}] : [];
    const site = await startSite({apiUrl});
    const build = packed ? await unpackForStore(browserUnderTest) : findBuild(browserUnderTest);
    const judged = plantedInJudge === '' ? build : await plantIn(build, 'judge', plantedInJudge);
    const extension =
      plantedInSettings === '' ? judged : await plantIn(judged, 'settings', plantedInSettings);
    const options = {extension, theme, hosts, granted: grants};
    const loan = await browsers.lend(browserUnderTest, options, ownBrowser);
    try {
      await use({...loan, site, api, endpoint: `${apiUrl}/api/track`});
    } finally {
      await loan.giveBack({reusable: testInfo.status === testInfo.expectedStatus});
      await site.close();
    }
  },

  visit: async ({loan: {browser, site, api, endpoint}}, use) => {
    await use({browser, page: await browser.open(site.url), site, api, endpoint});
  },

  inspector: async ({loan: {browser, inspect, site, api, endpoint}}, use, testInfo) => {
    const {page, panel} = await inspect(site.url);
    await use({browser, page, panel, site, api, endpoint});
    await keepPictureOfFailure(panel, testInfo);
  },
});

async function unpackForStore(browser: Browser['name']): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'packed-')), browser);
  await unpackArchive(await packBuild(browser), folder);
  return folder;
}

async function keepPictureOfFailure(panel: Panel, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  const path = testInfo.outputPath('panel.png');
  try {
    await panel.screenshot(path);
    await testInfo.attach('panel', {path, contentType: 'image/png'});
  } catch (error) {
    // The test has closed the panel; only the test's own failure matters.
    testInfo.annotations.push({type: 'no picture', description: String(error)});
  }
}
