import type {BrowserContext} from 'playwright';
import {poll} from '../setup/poll';
import {openExtensionsPage} from './extensions-page';
import {isWorkerRunning} from './service-workers';

declare const chrome: {
  management: {setEnabled(id: string, enabled: boolean): Promise<void>};
  developerPrivate: {reload(id: string, options: {failQuietly: boolean}): Promise<unknown>};
};

/** Switches the extension on or off as the user would, with the API call of the switch. */
export async function setEnabled(context: BrowserContext, id: string, enabled: boolean): Promise<void> {
  const page = await openExtensionsPage(context);
  await page.evaluate((wanted) => chrome.management.setEnabled(wanted.id, wanted.enabled), {id, enabled});
  await page.close();
  await poll(
    async () => (await isWorkerRunning(context, id)) === enabled,
    `The extension was not switched ${enabled ? 'on' : 'off'}.`,
  );
}

/** Reloads the extension's files, with the API call of Reload. */
export async function reload(context: BrowserContext, id: string): Promise<void> {
  const before = context.serviceWorkers().find((worker) => new URL(worker.url()).host === id);
  const page = await openExtensionsPage(context);
  await page.evaluate(async (own) => {
    // Rejects with the browser's own message if the files cannot be loaded.
    await chrome.developerPrivate.reload(own, {failQuietly: false});
  }, id);
  await page.close();
  await poll(
    () => context.serviceWorkers().some((worker) => worker !== before && new URL(worker.url()).host === id),
    'The extension did not start again.',
  );
}
