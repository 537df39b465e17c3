import type {Browser} from '../setup/browser-driver';
import {findBuild} from '../setup/builds';
import {launchers} from '../setup/launchers';
import {type Site, startSite} from '../site/start-site';
import {startTrackApi, type TrackApi} from '../track-api/start-track-api';

/** A browser with the built extension, which has access to the servers of this machine. */
export interface Bench {
  browser: Browser;
  site: Site;
  api: TrackApi;
}

export async function withBench<Result>(
  name: Browser['name'],
  measure: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const api = await startTrackApi();
  const site = await startSite({apiUrl: api.url});
  try {
    const browser = await launchers[name]({extension: findBuild(name)});
    try {
      await browser.grantHosts(['http://127.0.0.1/*']);
      return await measure({browser, site, api});
    } finally {
      await browser.close();
    }
  } finally {
    await Promise.all([api.close(), site.close()]);
  }
}
