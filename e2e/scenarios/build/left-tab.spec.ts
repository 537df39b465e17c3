import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {readStored} from '../steps/read-stored';
import {anEvent, expectText, row, send} from '../steps/steps';
import {readRecords} from '../transports/read-records';

// All other scenarios rely on this: only DevTools are passed on from test to test.

declare const chrome: {devtools: {inspectedWindow: {tabId: number}}};

const filter = {css: '#filter'};
const record = {role: 'button', name: 'Record'};
const readTab = () => chrome.devtools.inspectedWindow.tabId;

/** The tab of the first test; null if the second test runs in another worker. */
let leftTab: number | null = null;

test('a test leaves a list, a filter, details and settings behind', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  leftTab = await panel.evaluate(readTab);
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'left_thing'})])});
  // This request has no response and has not ended when the test ends.
  api.behave({hang: true, match: ({url}) => url.endsWith('?hanging')});
  await send(page, `${endpoint}?hanging`, {body: JSON.stringify([anEvent({event_name: 'left_hanging'})])});
  await expectText(panel, row('left_hanging'), 'pending');
  await click(panel, row('left_thing'));
  await findElement(panel, {css: '.detail-name'});
  await click(panel, record);
  await expectText(panel, {css: '.status-bar'}, 'capture: paused');
  await expect.poll(() => readStored(panel)).toContain('"recording":false');
  await click(panel, filter);
  await panel.type('left_');
  await expect.poll(() => countOf(panel, row('page_visit'))).toBe(0);
});

test('the next test finds the same DevTools, and nothing of that', async ({inspector: {panel, site}}) => {
  if (leftTab !== null) expect(await panel.evaluate(readTab)).toBe(leftTab);
  await expectText(panel, row('page_visit'), '200');
  expect(await countOf(panel, row('left_'))).toBe(0);
  expect((await findElement(panel, filter)).value).toBe('');
  expect(await countOf(panel, {css: '.detail-name'})).toBe(0);
  expect((await findElement(panel, record)).state).toBe('true');
  const records = await readRecords(panel);
  expect(records.map(({documentUrl, initiator}) => documentUrl ?? initiator)).toEqual([
    expect.stringContaining(site.url),
  ]);
});

test.describe('a drawer beside a panel of another size', () => {
  test.skip(
    ({browserUnderTest}) => browserUnderTest === 'firefox',
    'Firefox’ toolbox keeps its split console closed when the key comes from an extension’s panel.',
  );

  test('is opened by a test', async ({inspector: {panel}}) => {
    leftTab = await panel.evaluate(readTab);
    await panel.resize({width: 600, height: 500});
    await click(panel, {css: '.list'});
    const height = await panel.evaluate(() => innerHeight);
    await panel.press('Escape');
    await expect.poll(() => panel.evaluate(() => innerHeight)).toBeLessThan(height);
  });

  test('is not there for the next test, which finds other DevTools', async ({inspector: {panel}}) => {
    expect(await panel.evaluate(readTab)).not.toBe(leftTab);
  });
});
