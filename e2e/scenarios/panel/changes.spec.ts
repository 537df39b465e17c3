import type {Panel} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';
import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {openFaulty} from '../steps/replay-steps';
import {anEvent, expectText, send} from '../steps/steps';

const marked = '.cm-changed';
const toast = {css: '.toast'};

test('a fix changes what is under the cursor, in sight, and nothing else', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const events = [
    anEvent({event_name: 'custom_thing', timestamp: '2026-11-01T10:00:00.000Z'}),
    ...aBatchOf(11),
  ];
  await send(page, endpoint, {body: JSON.stringify(events)});
  await openFaulty(panel, 'batch of 12');
  const before = await readDraft(panel);

  await click(panel, {css: '.cm-line', text: 'custom_thing'});
  await panel.press('Alt+Enter');
  await expectText(panel, toast, 'The issue under the cursor does not have a quick fix.');
  expect(await readDraft(panel)).toBe(before);
  await click(panel, {css: '.cm-line', text: '2026-11-01T10:00:00.000Z'});
  await panel.press('Alt+Enter');
  await expectText(panel, toast, 'No issue under the cursor.');
  expect(await readDraft(panel)).toBe(before);

  // F8 does not stop at the information on the first event; the first error is the second event's time.
  await panel.press('F8');
  await expectText(panel, {css: '.cm-activeLine'}, '1793527200000');
  await panel.press('Alt+Enter');
  await expectMarkedInSight(panel, '2026-11-01T10:00:00');
  await expect.poll(() => countOf(panel, {css: marked}), {message: 'the mark passes'}).toBe(0);
  await panel.press('F8');
  await expectText(panel, {css: '.cm-activeLine'}, '1793527200001');
});

test('a fix of many places shows one, and leads to those that are out of sight', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: JSON.stringify(aBatchOf(12))});
  await openFaulty(panel, 'batch of 12');
  await panel.press('F8');
  await expectText(panel, {css: '.cm-activeLine'}, '1793527200000');
  await panel.press('Control+.');
  await click(panel, {role: 'button', name: 'Fix all of this kind'});
  await expectMarkedInSight(panel, '2026-11-01T10:00:00');
  await expectText(panel, toast, 'Changed 12 places', 'not visible');
  await click(panel, {role: 'button', name: 'Show next'});
  await expectMarkedInSight(panel, '2026-11-01T10:00:00');

  await panel.evaluate(() => document.querySelector<HTMLElement>('.cm-content')?.focus());
  await panel.press('Control+z');
  await expectMarkedInSight(panel, '17935272000');
});

test('a shift of all times is shown where somebody looks', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const times = Array.from({length: 12}, (_, index) => `2026-10-01T10:00:${10 + index}.000Z`);
  await send(page, endpoint, {body: JSON.stringify(times.map((timestamp) => anEvent({timestamp})))});
  await openFaulty(panel, 'batch of 12');
  await panel.press('Control+End');
  await click(panel, {role: 'button', name: 'Fixes'});
  await click(panel, {role: 'textbox', name: 'Duration'});
  await panel.type('1h');
  await panel.press('Enter');
  await expectMarkedInSight(panel, '2026-10-01T11:00:');
  await expectText(panel, toast, 'Changed 12 places', 'not visible');
});

function aBatchOf(count: number): Record<string, unknown>[] {
  return Array.from({length: count}, (_, index) => anEvent({timestamp: 1_793_527_200_000 + index}));
}

/** The editor only renders visible lines, so the Revert button shows whether the draft was changed. */
async function readDraft(panel: Panel): Promise<boolean> {
  const found = await findElement(panel, {role: 'button', name: 'Revert'});
  return found.disabled;
}

/** A highlighted line with that text is painted inside the editor and not covered. */
async function expectMarkedInSight(panel: Panel, text: string): Promise<void> {
  const look = () =>
    panel.evaluate(
      ({selector, part}) => {
        const lines = [...document.querySelectorAll(selector)];
        return lines.some((line) => {
          const {left, top, height} = line.getBoundingClientRect();
          const there = document.elementFromPoint(left + 40, top + height / 2);
          return line.textContent?.includes(part) === true && there !== null && line.contains(there);
        });
      },
      {selector: marked, part: text},
    );
  await poll(look, `No marked line with “${text}” is in sight.`);
}
