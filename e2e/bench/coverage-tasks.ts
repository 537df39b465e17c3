import type {Page, Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import {click, countOf, findElement} from '../setup/surface';
import {createMeasure, type LongestTask, ofAll} from './measure-task';
import type {Bench} from './open-bench';
import {startWatching} from './watch-tasks';

const RULES = 10_000;
const grid = '.coverage-grid';

/** How long coverage of a plan with 10,000 rules in 200 sections (14 MB) blocks the panel's thread. Chromium only. */
export async function measureCoverageTasks({browser, site, api}: Bench): Promise<LongestTask[]> {
  const page = await browser.open(`${site.url}/left.html`);
  const panel = await page.openPanel();
  await panel.resize({width: 900, height: 700});
  await startWatching(panel);
  const settings = await browser.openExtensionPage('src/settings-page/settings.html');
  await settings.evaluate(choosePlan, RULES);
  await poll(() => isShown(settings, '10,000 rules'), 'The plan is not previewed.', 60_000);
  const measure = createMeasure(panel);
  const added = await measure('a plan of 10,000 rules added', async () => {
    await click(settings, {role: 'button', name: 'Add plan'});
    await findElement(settings, {css: '.plan-row'});
  });
  await settings.close();
  const open = () => measure('coverage of 10,000 rules opened', () => showCoverage(panel));
  const opened = await open();
  await click(panel, {role: 'button', name: 'Close coverage'});
  const again = await open();
  const filtered: LongestTask[] = [];
  for (const filter of ['e', 'ev', 'event_9', '']) {
    filtered.push(await measure('its filter typed', () => panel.evaluate(typeFilter, filter)));
  }
  const expected = await measure('an expectation added', () => addExpectation(panel));
  const ended = await measure('its end looked at', async () => {
    await panel.evaluate((css) => document.querySelector<HTMLElement>(css)?.focus(), grid);
    await panel.press('End');
    await poll(() => countOf(panel, {css: `${grid} [aria-selected=true]`}), 'No line is current.');
  });
  const followed = await measure('while 2,000 events come in', async () => {
    await page.evaluate(send, `${api.url}/api/track`);
    const isSeen = () => panel.evaluate(readSeen);
    await poll(async () => (await isSeen()) >= 2_000, 'The events are not counted.', 60_000);
  });
  return [added, ofAll([opened, again]), ofAll(filtered), expected, ended, followed];
}

async function showCoverage(panel: Panel): Promise<void> {
  await click(panel, {role: 'button', name: 'Coverage'});
  const isWhole = async () => (await panel.evaluate(readRows, grid)) > RULES;
  await poll(isWhole, 'The rules are not listed.', 60_000);
}

/** Expects the last event of the plan to be sent once. The name is typed, since a list does not show that many names. */
async function addExpectation(panel: Panel): Promise<void> {
  await click(panel, {role: 'button', name: 'Add expectation…'});
  await panel.type(`event_${RULES - 1}`);
  await panel.press('Enter');
  await findElement(panel, {css: '.line-expectation'});
}

async function isShown(settings: Page, text: string): Promise<boolean> {
  return (await countOf(settings, {css: '.plan-preview', text})) > 0;
}

/** Runs in the settings page, where the 14 MB file is made. */
function choosePlan(rules: number): void {
  const description = 'x'.repeat(1_300);
  const names = Array.from({length: rules}, (_, number) => [
    `event_${number}`,
    {type: 'object', description, 'x-section': `Section ${number % 200}`, required: ['plan']},
  ]);
  const files = new DataTransfer();
  const text = JSON.stringify({title: 'Large', events: Object.fromEntries(names)});
  files.items.add(new File([text], 'plan.json', {type: 'application/json'}));
  const field = document.querySelector<HTMLInputElement>('#plan-file');
  if (!field) throw new Error('The settings have no field for a plan.');
  field.files = files.files;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

/** Runs in the panel, like those below. */
function readRows(css: string): number {
  return Number(document.querySelector(css)?.getAttribute('aria-rowcount') ?? 0);
}

function typeFilter(filter: string): void {
  const field = document.querySelector<HTMLInputElement>('#filter');
  if (!field) throw new Error('The panel has no filter.');
  field.value = filter;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

/** The number of events in the status bar. */
function readSeen(): number {
  const text = document.querySelector('.status-counts')?.textContent ?? '';
  return Number(/([\d,]+) events?/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}

/** Runs in the page: events of 2,000 rules, 50 in a batch and ten batches a second. */
async function send(url: string): Promise<void> {
  for (let batch = 0; batch < 40; batch++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const body = JSON.stringify(
      Array.from({length: 50}, (_, event) => ({
        event_name: `event_${batch * 50 + event}`,
        user_id: 'user-1',
        timestamp: new Date().toISOString(),
        properties: {plan: 'trial'},
      })),
    );
    await fetch(url, {
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-api-key': 'bench'},
      body,
    });
  }
}
