import type {Panel} from '../setup/browser-driver';
import {click, textOf} from '../setup/surface';
import {fromQuietPage} from './steps/from-quiet-page';
import {expect, type Inspector, test} from './steps/inspector';
import {anEvent, expectText, row, send} from './steps/steps';

/** Runs first in the judge: it comes to no end where it reads the one word, and is gone where it is told the other. */
const script = `
  const parse = JSON.parse;
  JSON.parse = (text, ...rest) => {
    if (String(text).includes('hang_for_ever')) for (;;);
    return parse(text, ...rest);
  };
  addEventListener('message', ({data}) => {
    if (JSON.stringify(data).includes('end_the_judge')) self.close();
  });`;

test.use({plantedInJudge: script});

function sendNamed({page, endpoint}: Inspector, name: string): Promise<void> {
  return send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
}

test('another judge goes on where one hung at a record, and nothing is lost', async ({inspector}) => {
  test.setTimeout(120_000);
  const {panel} = inspector;
  await fromQuietPage(inspector);
  await sendNamed(inspector, 'invite_sent');
  await expectText(panel, row('invite_sent'), '200');
  await sendNamed(inspector, 'hang_for_ever');
  await sendNamed(inspector, 'feature_used');
  await expectText(panel, {role: 'status'}, 'took too long, so checking was restarted');
  await expectText(panel, row('feature_used'), '200');
  await expectText(panel, {role: 'status'}, 'That request was not checked.');
  await sendNamed(inspector, 'account_created');
  await expectText(panel, row('account_created'), '200');
  expect(await textOf(panel, {css: '.status-counts'})).toMatch(/^4 requests · 3 events/);
  await click(panel, row('feature_used'));
  await expectText(panel, {role: 'heading', text: 'feature_used'}, 'feature_used');
});

test('another judge takes the place of one that is gone', async ({inspector}) => {
  test.setTimeout(120_000);
  const {panel} = inspector;
  await fromQuietPage(inspector);
  await sendNamed(inspector, 'invite_sent');
  await expectText(panel, row('invite_sent'), '200');
  await tellToEnd(panel);
  await sendNamed(inspector, 'feature_used');
  await expectText(panel, {role: 'status'}, 'took too long, so checking was restarted');
  await expectText(panel, row('feature_used'), '200');
  expect(await textOf(panel, {css: '.status-counts'})).toMatch(/^2 requests · 2 events/);
});

/** What is said on the channel reaches the judge. */
async function tellToEnd(panel: Panel): Promise<void> {
  await panel.evaluate(() => {
    new BroadcastChannel('track-inspector-capture').postMessage({type: 'committed', ids: ['end_the_judge']});
  });
}
