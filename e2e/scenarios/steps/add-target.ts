import type {Settings} from '../../../src/domain/settings';
import type {Browser} from '../../setup/browser-driver';

type Api = {storage: {local: {set(items: Record<string, unknown>): Promise<void>}}};
type Extension = {browser: Api; chrome: Api};

/** Adds a named target, as the settings page stores it. */
export async function addTarget(
  browser: Browser,
  target: Settings['replay']['targets'][number],
): Promise<void> {
  const page = await browser.openExtensionPage('src/settings-page/settings.html');
  await page.evaluate(async (added) => {
    const {storage} = (globalThis as unknown as Extension)['browser' in globalThis ? 'browser' : 'chrome'];
    await storage.local.set({settings: {replay: {targets: [added]}}});
  }, target);
  await page.close();
}
