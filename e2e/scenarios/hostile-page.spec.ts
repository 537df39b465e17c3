import type {Page} from '../setup/browser-driver';
import {click, textOf} from '../setup/surface';
import {expect, test} from './steps/inspector';
import {anEvent, expectText, row, send, tab} from './steps/steps';
import {readRecords} from './transports/read-records';

const addresses = [
  {what: '20,000 credentials', count: 20_000, pair: 'token=abcde&'},
  {what: '400,000 parameters', count: 400_000, pair: 'k=v&'},
];

for (const {what, count, pair} of addresses) {
  test(`an address of ${what} costs its own request only`, async ({inspector}) => {
    const {page, site, panel, endpoint} = inspector;
    await page.goto(`${site.url}/left.html`);
    await sendLong(page, {endpoint, count, pair});
    const started = Date.now();
    await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'feature_used'})])});
    await expectText(panel, row('feature_used'), '200');
    expect(Date.now() - started, 'the next request is listed and answered').toBeLessThan(5_000);

    await click(panel, row('hostile_event'));
    const clicked = Date.now();
    await click(panel, tab('Request'));
    await expectText(panel, {role: 'tabpanel'}, 'URL length', 'were kept');
    expect(Date.now() - clicked, 'the look at it').toBeLessThan(3_000);
    expect(await textOf(panel, {role: 'tabpanel'})).not.toContain('abcde');
    const [kept] = (await readRecords(panel)).filter(({url}) => url.includes('?'));
    expect(kept?.url.length).toBeLessThanOrEqual(65_536 + 1_000 * 40);
  });
}

/** Its address is made in the page: no driver has to carry it. */
async function sendLong(page: Page, address: {endpoint: string; count: number; pair: string}): Promise<void> {
  await page.evaluate(({endpoint, count, pair}) => {
    const body = '[{"event_name":"hostile_event"}]';
    // The server refuses it, or hangs up.
    fetch(`${endpoint}?${pair.repeat(count)}`, {method: 'POST', body}).catch(() => undefined);
  }, address);
}
