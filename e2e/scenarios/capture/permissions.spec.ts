import {countOf, textOf} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {openOnQuietPage} from '../steps/open-on-quiet-page';
import {anEvent, expectText, row, send} from '../steps/steps';
import {readRecords} from '../transports/read-records';

const capture = {css: '.status-capture'};
const all = ['http://127.0.0.1/*', 'http://localhost/*'];

test.use({grants: []});

test('without any permission the panel shows what DevTools shows, and says what is not captured', async ({
  visit,
}) => {
  const {page, site, endpoint} = visit;
  const panel = await openOnQuietPage(visit);
  await expectText(panel, capture, 'background capture: off for this site');
  await expectText(
    panel,
    {css: '.first-steps'},
    `Without permission for ${site.url}`,
    'Capture on all sites',
  );
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'seen_by_devtools'})])});
  await expectText(panel, row('seen_by_devtools'), '766b3aef-user', '200');
  const observers = (await readRecords(panel)).flatMap(({seenBy}) => seenBy);
  expect(new Set(observers)).toEqual(new Set(['har']));
});

test('a permission that is granted or revoked takes effect at once, and shows no request twice', async ({
  inspector,
}) => {
  const {browser, page, panel, endpoint} = inspector;
  const sendNamed = (name: string) =>
    send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
  const expectOneRow = async (name: string) => {
    await expectText(panel, row(name), '200');
    expect(await countOf(panel, row(name)), `${name} is one row`).toBe(1);
  };
  await expectText(panel, capture, 'off for this site');
  await browser.grantHosts(all);
  await expectText(panel, capture, 'background capture: on');
  expect(await countOf(panel, {css: '.banner'})).toBe(0);
  await sendNamed('granted_thing');
  await expectOneRow('granted_thing');
  await expect.poll(async () => (await readRecords(panel)).at(-1)?.seenBy).toEqual(['web-request', 'har']);

  await browser.revokeHosts(all);
  await expectText(panel, capture, 'off for this site');
  await sendNamed('revoked_thing');
  await expectOneRow('revoked_thing');
  expect((await readRecords(panel)).at(-1)?.seenBy).toEqual(['har']);
  expect(await textOf(panel, {css: '.banner'})).toContain('Background capture is off');
});
