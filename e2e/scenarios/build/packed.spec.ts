import {click} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {openEditor} from '../steps/replay-steps';
import {anEvent, expectText, field, row, send} from '../steps/steps';

// The extension of a running browser cannot be exchanged.
test.use({packed: true, ownBrowser: true});

test('the archive for the store captures, checks and replays', async ({inspector, browserUnderTest}) => {
  const {browser, page, panel, api, endpoint} = inspector;
  expect(browser.name).toBe(browserUnderTest);
  const faulty = JSON.stringify([anEvent({event_name: 'packed_thing', context: {}})]);
  await send(page, endpoint, {body: faulty});
  await expectText(panel, row('packed_thing'), 'missing-group-id', '200');
  await click(panel, row('packed_thing'));
  await expectText(panel, field('group_id'), 'missing');
  await openEditor(panel, 'packed_thing');
  await panel.press('Control+Enter');
  const isPacked = ({body}: {body: Buffer}) => body.includes('packed_thing');
  await expect
    .poll(() => api.received.filter(isPacked).map(({body}) => String(body)))
    .toEqual([faulty, faulty]);
});
