import type {BrowserContext} from 'playwright';
import {poll} from '../setup/poll';

/** Stops every service worker as Chromium itself does when one is idle; resolves when the extension's is gone. */
export async function stopWorkers(context: BrowserContext, extensionId: string): Promise<void> {
  const page = context.pages()[0];
  if (page === undefined) throw new Error('The browser has no page left.');
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await poll(async () => !(await isWorkerRunning(context, extensionId)), 'The background did not stop.');
}

export async function isWorkerRunning(context: BrowserContext, extensionId: string): Promise<boolean> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) return false;
  const {targetInfos} = await session.send('Target.getTargets');
  await session.detach();
  const own = `chrome-extension://${extensionId}/`;
  return targetInfos.some(({type, url}) => type === 'service_worker' && url.startsWith(own));
}
