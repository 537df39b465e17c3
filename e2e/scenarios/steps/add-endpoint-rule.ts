import type {Settings} from '../../../src/domain/settings';
import type {Browser, Page} from '../../setup/browser-driver';

type Api = {storage: {local: {set(items: Record<string, unknown>): Promise<void>}}};
type Extension = {browser: Api; chrome: Api};

/** Adds a user's endpoint rule, as the settings page stores it; resolves to that page. */
export async function addEndpointRule(browser: Browser, rule: Settings['endpoints'][number]): Promise<Page> {
  const page = await browser.openExtensionPage('src/settings-page/settings.html');
  await page.evaluate(async (endpoint) => {
    const {storage} = (globalThis as unknown as Extension)['browser' in globalThis ? 'browser' : 'chrome'];
    await storage.local.set({settings: {endpoints: [endpoint]}});
  }, rule);
  return page;
}
