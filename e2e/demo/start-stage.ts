import type {Browser} from '../setup/browser-driver';
import {launchers} from '../setup/launchers';
import {type Site, startSite} from '../site/start-site';
import {startTrackApi, type TrackApi} from '../track-api/start-track-api';
import {buildExtension} from './build-extension';
import type {DemoOptions} from './options';

/** Everything that a demo needs. */
export interface Stage {
  api: TrackApi;
  site: Site;
  browser: Browser;
  close(): Promise<void>;
}

/** Builds the extension, starts both servers on free loopback ports, and the browser with access to only these. */
export async function startStage({browser: name, scripted, theme}: DemoOptions): Promise<Stage> {
  const extension = await buildExtension(name);
  const api = await startTrackApi();
  const site = await startSite({apiUrl: api.url});
  const closeServers = () => Promise.all([api.close(), site.close()]);
  try {
    const browser = await launchers[name]({extension, headless: scripted, theme});
    await browser.grantHosts(['http://127.0.0.1/*', 'http://localhost/*']);
    const close = async () => {
      await browser.close();
      await closeServers();
    };
    return {api, site, browser, close};
  } catch (error) {
    await closeServers();
    throw error;
  }
}
