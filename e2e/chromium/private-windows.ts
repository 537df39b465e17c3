import type {BrowserContext, Page} from 'playwright';
import {poll} from '../setup/poll';
import {openExtensionsPage} from './extensions-page';

declare const chrome: {
  developerPrivate: {
    updateExtensionConfiguration(change: {extensionId: string; incognitoAccess: boolean}): Promise<void>;
  };
  windows: {create(options: {incognito: boolean; url: string}): Promise<unknown>};
  extension: {isAllowedIncognitoAccess(): Promise<boolean>; inIncognitoContext: boolean};
};

/** Allows the extension in private windows, as the user would, and opens one with that page. */
export async function openPrivateWindow(
  context: BrowserContext,
  extensionId: string,
  url: string,
): Promise<Page> {
  await allowPrivateWindows(context, extensionId);
  const own = await context.newPage();
  await own.goto(`chrome-extension://${extensionId}/manifest.json`);
  await poll(
    () => own.evaluate(() => chrome.extension.isAllowedIncognitoAccess()),
    'The extension is not allowed in private windows.',
  );
  await own.evaluate((wanted) => chrome.windows.create({incognito: true, url: wanted}), url);
  await own.close();
  const find = () => context.pages().find((page) => page.url() === new URL(url).href);
  const page = await poll(find, `No private window shows ${url}.`);
  await page.waitForLoadState();
  await poll(() => hasPrivateWorker(context), 'The extension has no background for private windows.');
  return page;
}

/** Private windows have a separate background, which starts with the first of them. */
async function hasPrivateWorker(context: BrowserContext): Promise<boolean> {
  const answers = context
    .serviceWorkers()
    .map((worker) => worker.evaluate(() => chrome.extension.inIncognitoContext).catch(() => false));
  return (await Promise.all(answers)).includes(true);
}

/** The change restarts the extension: its background is replaced. */
async function allowPrivateWindows(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await openExtensionsPage(context);
  const restarted = context.waitForEvent('serviceworker');
  await page.evaluate(
    (id) => chrome.developerPrivate.updateExtensionConfiguration({extensionId: id, incognitoAccess: true}),
    extensionId,
  );
  await restarted;
  await page.close();
}
