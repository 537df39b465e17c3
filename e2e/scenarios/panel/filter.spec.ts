import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {goDownFrom} from '../steps/keyboard';
import {anEvent, expectText, row, send} from '../steps/steps';

const filter = {role: 'combobox', name: 'Filter'};

test('the filter completes a property and its value, with their counts in the log', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const events = ['trial', 'trial', 'paid'].map((tier) =>
    anEvent({event_name: `${tier}_thing`, properties: {tier}}),
  );
  await send(page, endpoint, {body: JSON.stringify(events)});
  await expectText(panel, row('batch of 3'), '200');
  await click(panel, filter);
  await panel.type('tie');
  await expectText(panel, option('prop:tier'), '3');
  await goDownFrom(panel, active('prop:tier'));
  await panel.press('Tab');
  await panel.type('=');
  await expectText(panel, option('prop:tier=paid'), '1');
  await expectText(panel, option('prop:tier=trial'), '2');
  await goDownFrom(panel, active('prop:tier=paid'));
  await panel.press('Enter');
  await expect.poll(async () => (await findElement(panel, filter)).value).toBe('prop:tier=paid');
  await expect.poll(() => countOf(panel, row('trial_thing'))).toBe(0);
  await findElement(panel, row('paid_thing'));
});

function option(text: string) {
  return {role: 'option', text};
}

function active(text: string) {
  return {css: '[role=option][aria-selected=true]', text};
}
