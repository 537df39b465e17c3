import type {BrowserContext} from 'playwright';
import {poll} from '../setup/poll';
import {isWorkerRunning} from './service-workers';

declare const chrome: {management: {setEnabled(id: string, enabled: boolean): Promise<void>}};

/** Switches the extension on or off where the user would, by the call that the switch makes. */
export async function setEnabled(context: BrowserContext, id: string, enabled: boolean): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate((wanted) => chrome.management.setEnabled(wanted.id, wanted.enabled), {id, enabled});
  await page.close();
  await poll(
    async () => (await isWorkerRunning(context, id)) === enabled,
    `The extension was not switched ${enabled ? 'on' : 'off'}.`,
  );
}
