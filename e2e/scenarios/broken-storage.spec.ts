import {textOf} from '../setup/surface';
import {expect, test} from './steps/inspector';

// What it does to the log stays.
test.use({ownBrowser: true});

test('a panel that cannot open its log says so, and what to do', async ({visit}) => {
  const {browser, page} = visit;
  const own = await browser.openExtensionPage('src/settings-page/settings.html');
  // As after going back to an older version of the extension: the browser refuses to open the newer log.
  await own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('track-inspector', 1_000);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await own.close();
  const panel = await page.openPanel();
  await expect
    .poll(() => textOf(panel, {role: 'alert'}))
    .toMatch(/cannot open its log.*The browser says: .*version.*close and reopen DevTools/s);
});
