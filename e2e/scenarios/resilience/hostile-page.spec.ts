import type {Page} from '../../setup/browser-driver';
import {click, textOf} from '../../setup/surface';
import {expect, type Inspector, test} from '../steps/inspector';
import {runAsPageScript} from '../steps/run-as-page-script';
import {anEvent, expectText, row, send, tab} from '../steps/steps';
import {readRecords} from '../transports/read-records';

const addresses = [
  {what: '20,000 credentials', count: 20_000, pair: 'token=abcde&'},
  // Firefox does not send addresses longer than 1 MiB.
  {what: '250,000 parameters', count: 250_000, pair: 'k=v&'},
];
/** The delay in milliseconds that a hostile page may cause for others; it used to be 25 s. */
const ALLOWED = 4_000;

for (const {what, count, pair} of addresses) {
  test(`a page whose address has ${what} delays no other tab, and can be looked at @alone`, async ({
    inspector,
  }) => {
    const {browser, page, site, panel, endpoint} = inspector;
    await page.goto(`${site.url}/left.html`);
    const hostile = await browser.open(`${site.url}/left.html`);
    const alone = await sendAndSee(inspector, 'page_viewed');
    await sendLong(hostile, {endpoint, count, pair});
    const beside = await sendAndSee(inspector, 'feature_used');
    expect(beside, 'the row of another tab').toBeLessThan(alone + ALLOWED);

    await sendLong(page, {endpoint, count, pair});
    await expectText(panel, row('hostile_event'), 'hostile_event');
    await click(panel, row('hostile_event'));
    const clicked = Date.now();
    await click(panel, tab('Request'));
    await expectText(panel, {role: 'tabpanel'}, 'URL length', 'were kept');
    expect(Date.now() - clicked, 'the look at it').toBeLessThan(ALLOWED);
    expect(await textOf(panel, {role: 'tabpanel'})).not.toContain('abcde');
    const long = (await readRecords(panel)).filter(({url}) => url.includes('?'));
    expect(long.length).toBeGreaterThan(0);
    for (const {url} of long) expect(url).not.toContain('abcde');
  });
}

test('a page that the hook has to report of without end delays no other tab @alone', async ({inspector}) => {
  const {browser, page, site, panel, endpoint} = inspector;
  await page.goto(`${site.url}/left.html`);
  await click(panel, {role: 'switch', name: 'Page hook'});
  await expectText(panel, {role: 'switch', name: 'Page hook'}, 'on');
  const hostile = await browser.open(`${site.url}/left.html`);
  const readReported = async () => (await readRecords(panel)).filter(({url}) => url.includes('?reported'));
  await expect
    .poll(
      async () => {
        // The hook only runs in pages that are loaded after it is registered.
        await hostile.goto(`${site.url}/left.html`);
        await runAsPageScript(hostile, reportOften, {url: `${endpoint}?reported`, times: 1, every: 0});
        return (await readReported()).length;
      },
      {timeout: 30_000},
    )
    .toBeGreaterThan(0);
  const alone = await sendAndSee(inspector, 'page_viewed');
  await runAsPageScript(hostile, reportOften, {url: `${endpoint}?reported`, times: 10, every: 200});
  for (const name of ['feature_used', 'report_exported', 'invite_sent'])
    expect(await sendAndSee(inspector, name), `the row ${name} of another tab`).toBeLessThan(alone + ALLOWED);
  const count = (await readReported()).length;
  await expect
    .poll(async () => (await readReported()).length, {message: 'the reports go on'})
    .toBeGreaterThan(count);
});

/** Runs in the page: sends this many Blobs of 1 MB, which the hook reports and the browser rejects. */
function reportOften({url, times, every}: {url: string; times: number; every: number}): void {
  const body = new Blob(['x'.repeat(1_000_000)], {type: 'application/json'});
  const fire = () => {
    for (let count = 0; count < times; count += 1)
      fetch(url, {method: 'POST', body, cache: 'only-if-cached'}).catch(() => undefined);
  };
  if (every === 0) fire();
  else setInterval(fire, every);
}

/** Milliseconds until the list shows the row of a new event with the server's response. */
async function sendAndSee({page, panel, endpoint}: Inspector, name: string): Promise<number> {
  const started = Date.now();
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
  await expectText(panel, row(name), '200');
  return Date.now() - started;
}

/** The address is built in the page, so the driver does not have to transfer it. */
async function sendLong(page: Page, address: {endpoint: string; count: number; pair: string}): Promise<void> {
  await page.evaluate(({endpoint, count, pair}) => {
    const body = '[{"event_name":"hostile_event"}]';
    // The server rejects it or closes the connection.
    fetch(`${endpoint}?${pair.repeat(count)}`, {method: 'POST', body}).catch(() => undefined);
  }, address);
}
