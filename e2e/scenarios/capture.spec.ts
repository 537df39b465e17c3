import {click, findElement} from '../setup/surface';
import {test} from './inspector';

test('a batch that the page sends is a row of the panel', async ({inspector: {page, panel, api}}) => {
  await page.evaluate((url) => {
    const event = {event_name: 'invite_sent', user_id: 'u-1', timestamp: '2026-11-01T10:00:00.000Z'};
    void fetch(`${url}/api/track`, {method: 'POST', body: JSON.stringify([event])});
  }, api.url);
  await api.waitFor(({method}) => method === 'POST');
  await findElement(panel, {text: 'invite_sent'});
  await click(panel, {text: 'invite_sent'});
});
