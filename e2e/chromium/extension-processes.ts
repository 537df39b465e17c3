import type {BrowserContext} from 'playwright';
import {readProcessFile} from '../setup/peak-memory';

/** The extension processes, in which background, DevTools page and panel run. */
export async function findExtensionProcesses(context: BrowserContext): Promise<number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) return [];
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const ids = processInfo.map(({id}) => id);
  const lines = await Promise.all(ids.map((id) => readProcessFile(id, 'cmdline')));
  return ids.filter((_, index) => lines[index]?.includes('--extension-process'));
}
