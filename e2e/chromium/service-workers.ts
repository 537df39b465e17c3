import type {BrowserContext} from 'playwright';
import {poll} from '../setup/poll';

/**
 * Stops all service workers as Chromium does when they are idle; resolves when the extension's has stopped, though a
 * request may have started it again by then.
 */
export async function stopWorkers(context: BrowserContext, extensionId: string): Promise<void> {
  const page = context.pages()[0];
  if (page === undefined) throw new Error('The browser has no page left.');
  const session = await context.newCDPSession(page);
  let stopped = false;
  session.on('ServiceWorker.workerVersionUpdated', ({versions}) => {
    stopped ||= versions.some(
      ({scriptURL, runningStatus}) => isOwn(scriptURL, extensionId) && runningStatus === 'stopped',
    );
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await poll(() => stopped, 'The background did not stop.');
  await session.detach();
}

export async function isWorkerRunning(context: BrowserContext, extensionId: string): Promise<boolean> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) return false;
  const {targetInfos} = await session.send('Target.getTargets');
  await session.detach();
  return targetInfos.some(({type, url}) => type === 'service_worker' && isOwn(url, extensionId));
}

function isOwn(url: string, extensionId: string): boolean {
  return url.startsWith(`chrome-extension://${extensionId}/`);
}
