import type {Locator, Page} from 'playwright/test';
import {findFaults, loadAxe} from '../setup/axe';
import {holdLog} from './hold-log';
import {expect, test} from './open-preview';

const current = '[role=row][aria-selected=true]';

/** Presses the arrow key until that line is current. */
async function goDownTo(page: Page, line: Locator): Promise<void> {
  while ((await line.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
}

function coverage(page: Page) {
  return page.getByRole('treegrid', {name: 'Events and how often they were right'});
}

test('by keyboard alone: open coverage, find a row, fold it out, open an event, and back to the list', async ({
  preview,
}) => {
  const page = await preview.open();
  await page.keyboard.press('c');
  await expect(coverage(page)).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('invite_sent');
  await page.keyboard.press('ArrowDown');
  await expect(coverage(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const row = coverage(page).locator(current);
  await expect(row).toContainText('invite_sent');
  await expect(row).toContainText('sometimes wrong');
  await page.keyboard.press('ArrowRight');
  await expect(coverage(page).getByRole('row', {name: /invitee_email/})).toContainText('of');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', {name: 'Event'})).toBeVisible();
  // Escape closes the details first, then clears the filter, then closes coverage.
  await page.keyboard.press('Escape');
  await expect(coverage(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('treegrid', {name: 'Captured requests'})).toBeFocused();
});

test('a row leads to its events in the list', async ({preview}) => {
  const page = await preview.open();
  await page.getByRole('button', {name: 'Coverage', exact: true}).click();
  await coverage(page)
    .getByRole('row', {name: /^group_enriched/})
    .click();
  await coverage(page).getByText('Show its 2 events in the list').click();
  await expect(page.getByLabel('Filter', {exact: true})).toHaveValue('name:=group_enriched type:=track');
  const rows = page.getByRole('treegrid', {name: 'Captured requests'}).locator('[role=row]');
  await expect(rows.filter({hasText: 'group_enriched'})).toHaveCount(2);
});

test('a property that was sent as different types says so, with how often each was sent', async ({
  preview,
}) => {
  const page = await preview.open({parameters: {coverage: '3'}});
  await coverage(page)
    .getByRole('row', {name: /^Report Created/})
    .click();
  await page.keyboard.press('ArrowRight');
  const amount = coverage(page).getByRole('row', {name: /amount/});
  await expect(amount).toContainText('different types');
  await expect(amount).toContainText('integer ×2, string ×1');
  await expect(amount.locator('.property-values')).toHaveText(/^\S+ ×\d, \S+ ×\d/);
  await expect(coverage(page).getByRole('row', {name: /source/})).not.toContainText('different types');
});

test('an event leads to its row', async ({preview}) => {
  for (const width of [1280, 450]) {
    const page = await preview.open({width});
    await page.locator('[role=row]', {hasText: 'group_enriched'}).first().click();
    await page.getByRole('button', {name: 'Show in coverage'}).click();
    await expect(coverage(page).locator(current)).toContainText('group_enriched');
    await expect(coverage(page).locator(current)).toHaveAttribute('aria-expanded', 'true');
  }
});

test('a new run counts from now on, and says what differs from the one before', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '3'}});
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '4');
  await page.getByRole('button', {name: 'Start a new run'}).click();
  const lost = coverage(page).getByRole('row', {name: /Invoice Created/});
  await expect(lost).toContainText('never seen');
  await expect(lost).toContainText('was never right');
  await page.setViewportSize({width: 450, height: 520});
  const isCut = ({scrollWidth, clientWidth}: HTMLElement) => scrollWidth > clientWidth;
  expect(await lost.locator('.coverage-name').evaluate(isCut), 'the name is readable in a narrow panel').toBe(
    false,
  );
  await page.setViewportSize({width: 1280, height: 520});
  await page.evaluate(async () => {
    const [request] = window.preview.buildLoad(1, 1, 'later');
    if (request) await window.preview.log.put({...request, startedAt: Date.now()});
  });
  await expect(coverage(page).getByRole('row', {name: /signed_up/})).toContainText('new');
  await page.getByLabel('Run', {exact: true}).selectOption({index: 1});
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '4');
  await expect(lost).toContainText('never right');
});

test('what is shown goes out as Markdown and as a file', async ({preview, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await preview.open();
  await page.keyboard.press('c');
  await page.getByRole('button', {name: 'Copy or save coverage'}).click();
  await page.getByRole('button', {name: 'Copy as Markdown'}).click();
  await expect(page.getByRole('status').last()).toContainText('Copied as Markdown.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('| `group_enriched` | sometimes wrong | 2 | 50 % |');
  expect(text).toContain('The body of 2 requests could not be read.');
  expect(text).toContain('20-11-23T22:28:55.111Z');
  for (const [title, name] of [
    ['JSON', 'coverage.json'],
    ['JUnit (never seen fails)', 'coverage.xml'],
  ] as const) {
    await page.getByRole('button', {name: 'Copy or save coverage'}).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', {name: `Save as ${title}`, exact: true}).click();
    expect((await saving).suggestedFilename()).toBe(name);
  }
});

test('a report that is asked for while it is still counted is of all that there is', async ({
  preview,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await preview.open();
  const release = await holdLog(page);
  await page.keyboard.press('c');
  await page.getByRole('button', {name: 'Copy or save coverage'}).click();
  await page.getByRole('button', {name: 'Copy as Markdown'}).click();
  await expect(page.locator('.toast')).toContainText('as soon as all requests are counted');
  await release();
  await expect(page.locator('.toast')).toContainText('Copied as Markdown.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('| `group_enriched` | sometimes wrong | 2 | 50 % |');
});

test('grades are counted, and show only their rows when pressed', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '60'}});
  const wrong = page.getByRole('button', {name: /never right 15/});
  await wrong.click();
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '16');
  await page.getByLabel('Filter', {exact: true}).fill('no such event');
  await expect(page.getByText('No matches')).toBeVisible();
  await page.getByRole('button', {name: 'Clear the filter'}).last().click();
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '61');
});

test('rows follow what comes in while they are looked at', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '3'}});
  const row = coverage(page).getByRole('row', {name: /^report_exported/});
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '4');
  const send = (count: number) =>
    page.evaluate(async (events) => {
      for (const request of window.preview.buildLoad(events, 1, `later-${events}`)) {
        await window.preview.log.put(request);
      }
    }, count);
  await send(9);
  await expect(row.getByRole('gridcell').nth(2)).toHaveText('3');
  await page.getByRole('button', {name: 'Clear', exact: true}).click();
  await expect(page.getByText('No events yet')).toBeVisible();
});

test('a plan’s rules are graded, and say why they may have seen nothing', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '60', plan: ''}});
  await expect(page.getByLabel('Tracking plan')).toHaveValue('json-schema:Acme product analytics');
  const filter = page.getByLabel('Filter', {exact: true});
  await filter.fill('report created');
  const unseen = coverage(page).getByRole('row', {name: /^Report Created/});
  await expect(unseen).toContainText('never seen');
  await unseen.click();
  await expect(coverage(page)).toContainText('“report created” was seen instead (1 time).');
  await filter.fill('debug panel');
  await expect(coverage(page).getByRole('row', {name: /^Debug Panel Opened/})).toContainText('unplanned');
  await filter.fill('');
  await page.getByLabel('Under test').selectOption('Billing');
  await expect(page.getByRole('button', {name: /never seen 5/})).toBeVisible();
  await page.getByLabel('Tracking plan').selectOption('All events, without a plan');
  await expect(page.getByRole('button', {name: /never seen/})).toHaveCount(0);
  await expect(page.getByLabel('Under test')).toHaveCount(0);
});

test('rules stand in their sections, which fold by keyboard and mouse, and say how deep they are', async ({
  preview,
}) => {
  const page = await preview.open({parameters: {coverage: '60', plan: ''}});
  const section = (name: string) => coverage(page).getByRole('row', {name: new RegExp(`^${name}`)});
  const line = coverage(page).locator(current);
  await expect(section('Billing')).toHaveAttribute('aria-expanded', 'true');
  await expect(section('Billing')).toContainText('20 rules');
  await expect(section('Billing')).toContainText('5 never seen');
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '67');
  await page.keyboard.press('Home');
  await expect(line).toContainText('Billing');
  await expect(line).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowLeft');
  await expect(line).toContainText('Billing');
  await page.keyboard.press('ArrowLeft');
  await expect(line).toHaveAttribute('aria-expanded', 'false');
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '47');
  await section('Reports').click();
  await expect(section('Reports')).toHaveAttribute('aria-expanded', 'false');
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '27');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '67');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '5');
  await expect(line).toContainText('Reports');
  await page.getByRole('button', {name: 'Group by section'}).click();
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '63');
  await expect(coverage(page).getByRole('row', {name: /^Export Deleted/})).toContainText('Sign-up');
});

test('an expectation is made, judged and removed by keyboard alone', async ({preview}) => {
  for (const width of [1280, 450]) {
    const page = await preview.open({width, parameters: {coverage: '3', plan: ''}});
    await expect(coverage(page)).toBeFocused();
    // The section, its first rule, and the lines that the rule expands to.
    await page.keyboard.press('Home');
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
    const add = page.locator('.line-action', {hasText: 'Add an expectation for this event…'});
    await expect(add).toBeVisible();
    await goDownTo(page, add);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('What is expected')).toBeFocused();
    await page.getByLabel('What is expected').selectOption('is sent exactly');
    await page.keyboard.press('Tab');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    const line = page.locator('.line-expectation');
    await expect(line).toContainText('is sent exactly 7 times');
    await expect(line).toContainText('broken');
    await expect(page.getByText('0 of 1 expectation met, 1 broken')).toBeVisible();
    await expect(coverage(page)).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const remove = page.locator('.line-action', {hasText: 'Remove this expectation'});
    await expect(remove).toBeVisible();
    await goDownTo(page, remove);
    await page.keyboard.press('Enter');
    await expect(line).toHaveCount(0);
    await page.getByRole('button', {name: 'Undo'}).click();
    await expect(line).toHaveCount(1);
  }
});

test('with many rules the event of an expectation is typed, and some names are suggested', async ({
  preview,
}) => {
  const page = await preview.open({parameters: {coverage: '500', plan: ''}});
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '507');
  await page.getByRole('button', {name: 'Add expectation…'}).click();
  const event = page.getByLabel('Event', {exact: true});
  await expect(event).toBeFocused();
  await expect(page.locator('datalist option')).toHaveCount(50);
  await page.keyboard.type('report created 3');
  await expect(page.locator('datalist option')).toHaveCount(1);
  await event.fill('Report Created 3');
  await page.getByLabel('What is expected').selectOption('is never sent');
  await page.getByLabel('Pages, * stands for anything').press('Enter');
  await expect(page.locator('.line-expectation')).toContainText('Report Created 3');
});

test('what is typed into the draft of a plan is still there when coverage was closed meanwhile', async ({
  preview,
}) => {
  const page = await preview.open({parameters: {coverage: '3'}});
  await page.getByRole('button', {name: 'New plan from these events…'}).click();
  const editor = page.getByRole('textbox', {name: 'JSON of the plan'});
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('typed');
  await expect(editor).toContainText('typed');
  const button = page.getByRole('button', {name: 'Coverage', exact: true});
  await button.click();
  await expect(editor).toHaveCount(0);
  await button.click();
  await expect(editor).toContainText('typed');
});

test('a first plan is made from what was seen, edited with completion, and kept', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '3'}});
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '4');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', {name: 'New plan from 1 picked event…'}).click();
  const editor = page.getByRole('textbox', {name: 'JSON of the plan'});
  await expect(editor).toBeFocused();
  await expect(editor).toContainText('"required"');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"descr');
  await expect(page.getByRole('option', {name: 'description'})).toBeVisible();
  await page.keyboard.press('Escape');
  // The closing quote is already there unless the editor's assistance was loaded after the first quote was typed.
  await page.keyboard.type('"');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('line 4, column 3');
  for (let step = 0; step < 8; step++) await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Tracking plan')).toHaveValue('json-schema:My tracking plan');
  await expect(page.getByRole('button', {name: /unplanned 2/})).toBeVisible();
});

test('completion that is loaded after somebody began to type helps at once', async ({preview, page}) => {
  let goOn = (): void => undefined;
  const typed = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/plan-assistance-[^/]*\.js/, async (route) => {
    await typed;
    await route.continue();
  });
  await preview.open({parameters: {coverage: '3'}});
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '4');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', {name: 'New plan from 1 picked event…'}).click();
  await expect(page.getByRole('textbox', {name: 'JSON of the plan'})).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"descr');
  await expect(page.getByRole('option')).toHaveCount(0);
  goOn();
  await expect(page.getByRole('option', {name: 'description'})).toBeVisible();
});

test('500 events of coverage cost no more elements than a screenful', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '500'}});
  await expect(coverage(page)).toHaveAttribute('aria-rowcount', '501');
  expect(await page.locator('.coverage-line').count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await expect(coverage(page).locator(current)).toBeInViewport();
  expect(await page.locator('.coverage-line').count()).toBeLessThan(60);
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`axe finds nothing in coverage, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open({
        theme,
        width,
        parameters: {coverage: '60', granted: 'none', plan: ''},
      });
      await loadAxe(page);
      await expect(coverage(page)).toBeFocused();
      await page.keyboard.press('Home');
      for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
      await expect(page.getByText(/^Properties/)).toBeVisible();
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

test('choosing a plan or filtering by keys keeps the keyboard, also where the rows go and come back', async ({
  preview,
}) => {
  const page = await preview.open({parameters: {coverage: '60', plan: ''}});
  const plan = page.getByLabel('Tracking plan', {exact: true});
  await plan.focus();
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown']) {
    await page.keyboard.press(key);
    await expect(coverage(page)).toBeVisible();
    await expect(plan).toBeFocused();
  }
  const filter = page.getByLabel('Filter', {exact: true});
  await filter.focus();
  await page.keyboard.type('zzz');
  await expect(page.getByText('No event matches this filter.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(coverage(page)).toBeVisible();
  await expect(filter).toBeFocused();
});
