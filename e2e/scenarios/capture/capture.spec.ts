import {findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';
import {readRecords} from '../transports/read-records';

test('a batch that the page sends is a row with its event, user, account and answer', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'report_printed'})])});
  await api.waitFor(({body}) => body.includes('report_printed'));
  await expectText(panel, row('report_printed'), '766b3aef-user', 'bp497d1a-group', '200');
});

test('what was sent before DevTools was opened is there', async ({visit: {page, api, endpoint}}) => {
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'sent_early'})])});
  await api.waitFor(({body}) => body.includes('sent_early'));
  const panel = await page.openPanel();
  await expectText(panel, row('sent_early'), '200');
});

test('closing and reopening DevTools loses nothing', async ({inspector: {page, panel, endpoint}}) => {
  for (const name of ['first_thing', 'second_thing']) {
    await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
    await expectText(panel, row(name), '200');
  }
  await panel.close();
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'third_thing'})])});
  const reopened = await page.openPanel();
  for (const name of ['first_thing', 'second_thing', 'third_thing'])
    await expectText(reopened, row(name), '200');
});

test('a tab that is closed leaves nothing in the log', async ({inspector}) => {
  const {browser, page, panel, site, endpoint} = inspector;
  const closing = await browser.open(`${site.url}/left.html`);
  for (const [sender, name] of [
    [page, 'staying_thing'],
    [closing, 'closing_thing'],
  ] as const)
    await send(sender, `${endpoint}?${name}`, {body: JSON.stringify([anEvent({event_name: name})])});
  const has = async (name: string) => (await readRecords(panel)).some(({url}) => url.endsWith(name));
  await expect.poll(() => has('closing_thing')).toBe(true);
  await closing.close();
  await expect.poll(() => has('closing_thing')).toBe(false);
  expect(await has('staying_thing')).toBe(true);
});

test('an update of the extension, which closes its panels, loses nothing', async ({visit}) => {
  const {browser, page, endpoint} = visit;
  const sendNamed = (name: string) =>
    send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
  const panel = await page.openPanel();
  await sendNamed('before_update');
  await expectText(panel, row('before_update'), '200');
  await panel.close();
  await browser.setExtensionEnabled(false);
  await browser.setExtensionEnabled(true);
  await sendNamed('after_update');
  const reopened = await page.openPanel();
  for (const name of ['before_update', 'after_update']) await expectText(reopened, row(name), '200');
});

test('a request outlives the background that saw it leave', async ({inspector}) => {
  const {browser, page, panel, api, endpoint} = inspector;
  const slow = api.behave({hang: true, match: ({url}) => url.endsWith('?slow')});
  await send(page, `${endpoint}?slow`, {body: JSON.stringify([anEvent({event_name: 'slow_thing'})])});
  await api.waitFor(({body}) => body.includes('slow_thing'));
  await expectText(panel, row('slow_thing'), 'pending');
  await browser.stopBackground();
  slow.release();
  await expectText(panel, row('slow_thing'), '200');
  expect((await findElement(panel, row('slow_thing'))).count).toBe(1);
});

test('requests sent while the background is stopped are captured', async ({inspector}) => {
  const {browser, page, panel, endpoint} = inspector;
  await browser.stopBackground();
  const names = Array.from({length: 5}, (_, index) => `woken_${index}`);
  for (const name of names) {
    await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
  }
  for (const name of names) await expectText(panel, row(name), '200');
});

test.describe('under the vendor’s own host name, over HTTPS and HTTP/2', () => {
  test.use({underVendorHost: true, grants: ['http://127.0.0.1/*']});

  test('a batch is captured like any other', async ({inspector: {page, panel, api, endpoint}}) => {
    await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'secure_thing'})])});
    const received = await api.waitFor(({body}) => body.includes('secure_thing'));
    expect(received.httpVersion).toBe('2.0');
    await expectText(panel, row('secure_thing'), '200');
  });
});
