import {click, countOf} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, test} from '../steps/inspector';
import {anEvent, row, send} from '../steps/steps';
import {readRecords} from '../transports/read-records';

for (const {observers, grants} of [
  {observers: 'webRequest and DevTools', grants: ['http://127.0.0.1/*', 'http://localhost/*']},
  {observers: 'DevTools alone', grants: []},
])
  test.describe(`by ${observers}`, () => {
    test.use({grants});

    test('what is sent while recording is paused is not listed, whenever it ends', async ({inspector}) => {
      await fromQuietPage(inspector);
      const {page, panel, api, endpoint} = inspector;
      const hanging = api.behave({hang: true, match: ({url}) => url.endsWith('?slow')});
      await click(panel, {role: 'button', name: 'Record'});
      await expect.poll(() => countOf(panel, {css: '[data-state="paused"]'})).toBe(1);
      for (const [name, query] of Object.entries({paused: '', ends_later: '?slow'}))
        await send(page, `${endpoint}${query}`, {body: JSON.stringify([anEvent({event_name: name})])});
      await api.waitFor(({url}) => url.endsWith('?slow'));
      await click(panel, {role: 'button', name: 'Record'});
      await expect.poll(() => countOf(panel, {css: '[data-state="paused"]'})).toBe(0);
      hanging.release();
      await expect.poll(() => api.received.find(({url}) => url.endsWith('?slow'))?.answer).toBeTruthy();
      await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'sent_last'})])});
      await expect.poll(() => countOf(panel, row('sent_last'))).toBe(1);
      expect(await readRecords(panel)).toHaveLength(1);
    });
  });
