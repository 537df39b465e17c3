import type {Browser, Page, Panel} from '../../setup/browser-driver';
import {click, countOf, findElement, textOf} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';
import {listRecordIds, readRecords} from '../transports/read-records';

// The changes to the log are permanent.
test.use({ownBrowser: true});

/** States in which the log may be found; each runs in a page of the extension. */
const broken: {what: string; run: () => Promise<void>; says: RegExp}[] = [
  {
    // As after a downgrade of the extension: the browser refuses to open the newer log.
    what: 'a newer log',
    run: () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('track-inspector', 1_000);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    says: /cannot open its log.*The browser says: .*version.*close and reopen DevTools/s,
  },
  {
    what: 'a log of which a part is missing',
    run: () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('track-inspector');
        deleting.onerror = () => reject(deleting.error);
        const opening = indexedDB.open('track-inspector', 2);
        opening.onupgradeneeded = () => opening.result.createObjectStore('requests', {keyPath: 'id'});
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    says: /cannot open its log.*The log is damaged/s,
  },
];

for (const {what, run, says} of broken) {
  test(`${what}: the panel says so, deletes it when asked, and capture goes on`, async ({visit}) => {
    const {browser, page, endpoint} = visit;
    await inOwnPage(browser, (own) => own.evaluate(run));
    // The next background finds the broken log.
    await browser.stopBackground();
    const panel = await page.openPanel();
    await expect.poll(() => textOf(panel, {role: 'alert'})).toMatch(says);
    await click(panel, {role: 'button', name: 'Delete the log and start again'});
    await findElement(panel, {role: 'button', name: 'Clear'});
    await expectCapture(page, panel, endpoint, 'after_all');
    await expect
      .poll(async () => (await readRecords(panel)).at(-1)?.seenBy, {message: 'by the background too'})
      .toContain('web-request');
  });
}

test('a damaged record costs itself only, and the panel says so', async ({inspector}) => {
  const {browser, page, panel, endpoint} = inspector;
  for (const name of ['whole_before', 'to_be_damaged', 'whole_after'])
    await expectCapture(page, panel, endpoint, name);
  await panel.close();
  await inOwnPage(browser, (own) => own.evaluate(damage, 'to_be_damaged'));
  const again = await page.openPanel();
  await expectText(again, row('whole_before'), '200');
  await expectText(again, row('whole_after'), '200');
  expect(await countOf(again, row('to_be_damaged'))).toBe(0);
  await findElement(again, {role: 'status', text: 'A stored request is damaged and cannot be shown in full'});
  await expectCapture(page, again, endpoint, 'goes_on');
  await click(again, {role: 'button', name: 'Clear'});
  await expect.poll(async () => (await listRecordIds(again)).length).toBe(0);
});

async function inOwnPage(browser: Browser, run: (own: Page) => Promise<void>): Promise<void> {
  const own = await browser.openExtensionPage('src/settings-page/settings.html');
  await run(own);
  await own.close();
}

async function expectCapture(page: Page, panel: Panel, endpoint: string, name: string): Promise<void> {
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
  await expectText(panel, row(name), '200');
}

/** Runs in a page of the extension: removes the request from that event's record, as if it had been lost on disk. */
function damage(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('track-inspector');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['requests', 'bodies'], 'readwrite');
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      const bodies = transaction.objectStore('bodies').openCursor();
      bodies.onsuccess = () => {
        const {result} = bodies;
        if (result === null) return;
        const text = new TextDecoder().decode(result.value.bytes);
        if (!text.includes(name)) return result.continue();
        const requests = transaction.objectStore('requests');
        const reading = requests.get(result.primaryKey);
        reading.onsuccess = () => {
          const {request, ...row} = reading.result;
          requests.put({...row, request: {id: request.id}});
        };
      };
    };
  });
}
