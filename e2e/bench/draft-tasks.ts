import type {Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import {click, countOf} from '../setup/surface';
import {createMeasure, type LongestTask, ofAll} from './measure-task';

const KEYS = 10;
const marks = {css: '.cm-lintRange'};

/** Opens the newest batch (1,000 faulty events, 2.25 MB), types into it and applies fixes. */
export async function measureDraftTasks(panel: Panel): Promise<LongestTask[]> {
  const measure = createMeasure(panel);
  const opened = await measure('a draft of 2.25 MB opened', async () => {
    await panel.evaluate(selectNewest);
    await click(panel, {role: 'tab', name: 'Edit'});
    await poll(() => isShown(panel, marks), 'The draft has no marks.', 60_000);
  });
  // Its lines are too wide to click in the middle.
  await panel.evaluate(() => document.querySelector<HTMLElement>('.cm-content')?.focus());
  const keys: LongestTask[] = [];
  for (let key = 0; key < KEYS; key++) {
    keys.push(await measure('a key in a draft of 2.25 MB', () => panel.press('Space')));
  }
  await panel.press('F8');
  await panel.press('Control+.');
  const fix = {role: 'button', name: 'Fix all of this kind'} as const;
  await poll(() => isShown(panel, fix), 'No fix for all is offered.', 60_000);
  const fixed = await measure('1,000 issues fixed at once', async () => {
    await click(panel, fix);
    const isToldOf = () => isShown(panel, {css: '.toast', text: 'Changed 1,000 places'});
    await poll(isToldOf, 'The fix does not come to an end.', 60_000);
  });
  return [opened, ofAll(keys), fixed];
}

async function isShown(panel: Panel, target: Parameters<typeof countOf>[1]): Promise<boolean> {
  return (await countOf(panel, target)) > 0;
}

/** Runs in the panel: rows are recycled, so the order of the elements does not matter. */
function selectNewest(): void {
  const toIndex = (row: Element) => Number(row.getAttribute('aria-rowindex'));
  const rows = [...document.querySelectorAll<HTMLElement>('.list [aria-rowindex]')];
  const newest = rows.toSorted((left, right) => toIndex(left) - toIndex(right)).at(-1);
  if (!newest) throw new Error('The list is empty.');
  newest.click();
}
