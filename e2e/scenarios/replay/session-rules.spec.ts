import {click} from '../../setup/surface';
import {test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';

test('a batch that comes again is marked, and the likely retry is named', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  const body = JSON.stringify([anEvent({event_name: 'twice_sent', properties: {}})]);
  await send(page, endpoint, {body});
  await api.waitFor(({body: received}) => received.includes('twice_sent'));
  await expectText(panel, row('twice_sent'), 'no issues');
  await send(page, endpoint, {body});
  await expectText(panel, row('repeated-batch'), 'twice_sent');
  await click(panel, row('repeated-batch'));
  await expectText(panel, {role: 'tabpanel'}, 'in another request');
});
