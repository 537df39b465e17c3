import type {BrowserContext} from 'playwright';
import {readProcessFile} from '../setup/peak-memory';

/** The processes of extensions: here run background, devtools page and panel. */
export async function findExtensionProcesses(context: BrowserContext): Promise<number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) return [];
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const ids = processInfo.map(({id}) => id);
  const lines = await Promise.all(ids.map((id) => readProcessFile(id, 'cmdline')));
  return ids.filter((_, index) => lines[index]?.includes('--extension-process'));
}
