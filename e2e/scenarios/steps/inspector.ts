import {test as base, type TestInfo} from 'playwright/test';
import {launchChromium} from '../../chromium/chromium-driver';
import {launchFirefox} from '../../firefox/firefox-driver';
import type {Browser, Page, Panel, Theme} from '../../setup/browser-driver';
import {findBuild} from '../../setup/builds';
import {type Site, startSite} from '../../site/start-site';
import {createCertificate} from '../../track-api/create-certificate';
import {startTrackApi, type TrackApi} from '../../track-api/start-track-api';

export {expect} from 'playwright/test';

/** A browser with the extension, showing the demo site, and the server that the site sends to. */
export interface Visit {
  browser: Browser;
  page: Page;
  site: Site;
  api: TrackApi;
  /** Where the site sends its batches. */
  endpoint: string;
}

/** A visit with our panel open beside the page. */
export interface Inspector extends Visit {
  panel: Panel;
}

interface Options {
  /** The project's browser. */
  browserUnderTest: Browser['name'];
  theme: Theme;
  /** The server answers under the vendor's own host name, by HTTPS and HTTP/2. */
  underVendorHost: boolean;
  /** Hosts that the extension may see, beyond what it may see once installed. */
  grants: readonly string[];
}

const vendorHost = 'api.app.thrivestack.ai';
export const launchers = {chromium: launchChromium, firefox: launchFirefox};

/** Each test starts servers and a browser of its own, on a profile of its own, so none depends on another. */
export const test = base.extend<Options & {api: TrackApi; visit: Visit; inspector: Inspector}>({
  browserUnderTest: ['chromium', {option: true}],
  theme: ['light', {option: true}],
  underVendorHost: [false, {option: true}],
  grants: [['http://127.0.0.1/*', 'http://localhost/*'], {option: true}],

  api: async ({underVendorHost}, use) => {
    const https = underVendorHost ? {...(await createCertificate([vendorHost])), http2: true} : null;
    const api = await startTrackApi(https ? {https} : {});
    await use(api);
    await api.close();
  },

  visit: async ({api, browserUnderTest, theme, underVendorHost, grants}, use) => {
    const apiUrl = underVendorHost ? `https://${vendorHost}` : api.url;
    const hosts = underVendorHost ? [{host: vendorHost, port: api.port}] : [];
    const site = await startSite({apiUrl});
    const extension = findBuild(browserUnderTest);
    const browser = await launchers[browserUnderTest]({extension, theme, hosts});
    try {
      await browser.grantHosts(grants);
      const page = await browser.open(site.url);
      await use({browser, page, site, api, endpoint: `${apiUrl}/api/track`});
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
