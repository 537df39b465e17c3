import type {Panel} from '../../setup/browser-driver';
import type {Target} from '../../setup/locate';
import {poll} from '../../setup/poll';
import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {enterPanel} from '../steps/keyboard';
import {openFaulty} from '../steps/replay-steps';
import {anEvent, expectText, row, send} from '../steps/steps';

const details: Target = {role: 'tablist', name: 'Details'};
const filter: Target = {css: '#filter'};

/** Parts that open inside or over the details, and how. */
const openings: readonly [what: string, thing: Target, open: (panel: Panel) => Promise<void>][] = [
  [
    'the menu of the list',
    {css: '.menu:popover-open'},
    (panel) => click(panel, {role: 'button', name: 'Export, resend, import'}),
  ],
  ['the copy menu', {css: '.menu:popover-open'}, (panel) => click(panel, {role: 'button', name: 'Copy'})],
  [
    'a new request',
    {role: 'heading', name: 'New request'},
    (panel) => click(panel, {role: 'button', name: 'New request'}),
  ],
  [
    'the shortcuts',
    {role: 'heading', name: 'Shortcuts and filter words'},
    (panel) => click(panel, {role: 'button', name: 'Shortcuts and filter words'}),
  ],
  [
    'the fixes',
    {role: 'dialog', name: 'Fixes'},
    (panel) => click(panel, {role: 'button', name: 'Fix 1 issue'}),
  ],
  [
    'the search of the editor',
    {css: '.cm-search'},
    async (panel) => {
      await click(panel, {css: '.cm-line', nth: 0});
      await panel.press('Control+f');
    },
  ],
  [
    'the search of the editor, with the focus in the list',
    {css: '.cm-search'},
    async (panel) => {
      await click(panel, {css: '.cm-line', nth: 0});
      await panel.press('Control+f');
      await findElement(panel, {css: '.cm-search'});
      await panel.evaluate(() => document.querySelector<HTMLElement>('[role=treegrid]')?.focus());
    },
  ],
];

test('Escape closes the innermost open thing, and is DevTools’ only when nothing is open', async ({
  inspector,
}) => {
  const {browser, page, panel, endpoint} = inspector;
  const body = JSON.stringify([anEvent({event_name: 'closed_thing', timestamp: 1_793_527_200_000})]);
  await send(page, endpoint, {body});
  await openEditorOf(panel, 'closed_thing');
  const height = await readHeight(panel);
  for (const [what, thing, open] of openings) {
    await open(panel);
    await findElement(panel, thing);
    await panel.press('Escape');
    await expect.poll(() => countOf(panel, thing), {message: `Escape closes ${what}`}).toBe(0);
    expect(await countOf(panel, details), `${what} alone`).toBe(1);
  }
  await panel.press('Escape');
  await expect.poll(() => countOf(panel, details)).toBe(0);
  expect(await readHeight(panel), 'no drawer').toBe(height);
  // In Firefox the toolbox does not open its split console for keys that come from an extension's panel.
  if (browser.name !== 'chromium') return;
  await panel.press('Escape');
  await poll(async () => (await readHeight(panel)) < height, 'DevTools does not get the last Escape.');
});

test('a key finds the filter from wherever the keyboard is', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'sought_thing'})])});
  await expectText(panel, row('sought_thing'), '200');
  await enterPanel(panel);
  await panel.press('Control+f');
  await expectFocus(panel, filter);
  await panel.type('sought');
  await click(panel, row('sought_thing'));
  await panel.press('/');
  await expectFocus(panel, filter);
  await click(panel, {role: 'button', name: 'Pin'});
  await panel.press('Control+f');
  await expectFocus(panel, filter);
  // The text in the field is selected, so typing replaces it.
  await panel.type('nothing like it');
  await expectText(panel, {css: '.list-pane'}, 'No matches');
  const suggestions = {role: 'listbox', name: 'Suggestions'};
  await findElement(panel, suggestions);
  await panel.press('Escape');
  await expect.poll(() => countOf(panel, suggestions)).toBe(0);
  await panel.press('Escape');
  await findElement(panel, row('sought_thing'));
});

test('? shows the shortcuts, and arrows move in a menu', async ({inspector}) => {
  const {panel} = inspector;
  await findElement(panel, {role: 'toolbar', name: 'Capture and filter'});
  await enterPanel(panel);
  await panel.press('?');
  await expectText(
    panel,
    {role: 'dialog', name: 'Shortcuts and filter words'},
    'F8',
    'is:failed',
    'name:invite_sent',
  );
  await panel.press('Escape');
  await click(panel, {role: 'button', name: 'Export, resend, import'});
  const isItemFocused = (place: 'first' | 'last') => () =>
    panel.evaluate((which) => {
      const items = document.querySelectorAll('.menu:popover-open button');
      return items[which === 'first' ? 0 : items.length - 1]?.matches(':focus') === true;
    }, place);
  await poll(isItemFocused('first'), 'The menu does not take the keyboard.');
  await panel.press('ArrowUp');
  await poll(isItemFocused('last'), 'Up does not go round to the last item.');
  await panel.press('ArrowDown');
  await poll(isItemFocused('first'), 'Down does not go round to the first item.');
});

test('the settings button opens the settings', async ({inspector}) => {
  const {browser, panel} = inspector;
  await click(panel, {role: 'button', name: 'Settings'});
  const settings = await browser.findExtensionPage('src/settings-page/settings.html');
  await findElement(settings, {role: 'checkbox'});
});

async function openEditorOf(panel: Panel, name: string): Promise<void> {
  await openFaulty(panel, name);
  await findElement(panel, {role: 'button', name: 'Fix 1 issue'});
}

/** A drawer of the toolbox makes the panel smaller. */
function readHeight(panel: Panel): Promise<number> {
  return panel.evaluate(() => window.innerHeight);
}

async function expectFocus(panel: Panel, {css = ''}: Target): Promise<void> {
  await poll(
    () => panel.evaluate((selector) => document.querySelector(selector)?.matches(':focus') === true, css),
    `${css} does not get the keyboard.`,
  );
}
