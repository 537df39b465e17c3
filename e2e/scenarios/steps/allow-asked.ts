import type {Browser} from '../../setup/browser-driver';
import {click, findElement} from '../../setup/surface';

/** In Firefox a panel may not request permissions: there the extension opens a page with a button that does. */
export async function allowAsked(browser: Browser, pattern: string, ask: () => Promise<void>): Promise<void> {
  if (browser.name === 'chromium') return await browser.allowHosts([pattern], ask);
  await ask();
  const permission = await browser.findExtensionPage('src/permission-page/permission.html');
  await findElement(permission, {role: 'listitem', text: pattern === '*://*/*' ? 'all sites' : pattern});
  await browser.allowHosts([pattern], () => click(permission, {role: 'button', name: 'Allow access'}));
  await permission.close();
}
