import type {Panel} from '../../setup/browser-driver';
import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {enterPanel, goDownTo, tabTo} from '../steps/keyboard';
import {anEvent, expectText, row, send, tab} from '../steps/steps';

const filter = {role: 'combobox', name: 'Filter'};

test('the menu of a row does by mouse what it says', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'first_thing'})])});
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'second_thing'})])});
  await expectText(panel, row('second_thing'), '200');

  await choose(panel, 'first_thing', 'Show only this event name');
  await expectValue(panel, 'name:=first_thing');
  await expect
    .poll(() => countOf(panel, row('second_thing')), {message: 'the other is filtered out'})
    .toBe(0);
  await choose(panel, 'first_thing', 'Show only this status');
  await expectValue(panel, 'name:=first_thing status:200');
  await click(panel, filter);
  await panel.press('Control+a');
  await panel.press('Delete');
  await expectText(panel, row('second_thing'), '200');

  await choose(panel, 'first_thing', 'Pin request');
  await expectText(panel, row('first_thing'), 'pinned');
  await choose(panel, 'second_thing', 'Edit and resend');
  await expectText(panel, {css: '[role=tab][aria-selected=true]'}, 'Edit');
  await expectText(panel, {css: '.cm-content'}, 'second_thing');
  await choose(panel, 'first_thing', 'Open');
  await expectText(panel, {css: '.detail-name'}, 'first_thing');
  await findElement(panel, tab('Response'));
  await choose(panel, 'first_thing', 'Resend request…');
  await findElement(panel, {role: 'button', name: 'Send 1 request'});

  await choose(panel, 'first_thing', 'Select for compare');
  await choose(panel, 'second_thing', 'Compare with selected');
  const differences = {role: 'region', name: 'Comparison'};
  await expectText(panel, differences, '/event_name', '"first_thing"', '"second_thing"');

  await choose(panel, 'first_thing', 'Show in coverage');
  await expectText(panel, {role: 'treegrid', name: 'Events and how often they were right'}, 'first_thing');
});

test('the menu of a row is opened by keyboard, and two events are compared', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const events = ['left_thing', 'right_thing'].map((event_name) => anEvent({event_name}));
  await send(page, endpoint, {body: JSON.stringify(events)});
  await expectText(panel, row('batch of 2'), '200');
  await enterPanel(panel);
  await tabTo(panel, {role: 'treegrid', name: 'Captured requests'});
  await goDownTo(panel, selected('left_thing'));
  await panel.press('Shift+F10');
  await expectText(panel, {role: 'menu', name: 'Actions for left_thing'}, 'Open its request');
  await tabTo(panel, {role: 'menuitem', name: 'Select for compare'}, 'ArrowDown');
  await panel.press('Enter');
  await expectText(panel, {role: 'group', name: 'Compare'}, 'left_thing');
  await goDownTo(panel, selected('right_thing'));
  await panel.press('Space');
  await expectText(panel, {role: 'region', name: 'Comparison'}, '"left_thing"', '"right_thing"');
  await panel.press('Escape');
  await expect.poll(() => countOf(panel, {role: 'region', name: 'Comparison'})).toBe(0);
  await panel.press('Shift+F10');
  await findElement(panel, {role: 'menu', name: 'Actions for right_thing'});
  await panel.press('Escape');
  await expect.poll(() => countOf(panel, {role: 'menu'})).toBe(0);
});

function selected(text: string) {
  return {css: '[role=row][aria-selected=true]', text};
}

async function choose(panel: Panel, name: string, title: string): Promise<void> {
  await click(panel, row(name), {button: 'right'});
  await click(panel, {role: 'menuitem', name: title});
}

async function expectValue(panel: Panel, value: string): Promise<void> {
  await expect
    .poll(async () => (await findElement(panel, filter)).value, {message: 'the filter line'})
    .toBe(value);
}
