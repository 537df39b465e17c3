import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

async function openTab(page: Page, id: string, tab: string, event: number | null = null) {
  await page.evaluate(
    ([id, event]) => {
      const {selection} = window.preview.store;
      selection.select({id, event});
      selection.open();
    },
    [id, event] as const,
  );
  await page.getByRole('tab', {name: tab}).click();
  return page.getByRole('tabpanel');
}

const compare = (page: Page, first: string, second: string) =>
  page.evaluate(
    ([first, second]) => {
      window.preview.store.comparing.value = {
        first: {id: first, event: 0},
        second: {id: second, event: 0},
      };
    },
    [first, second] as const,
  );

for (const [id, title, sentence] of [
  ['signed-up', 'No issues', 'All checks passed.'],
  ['blob', 'missing-body', 'Its events were not checked.'],
  ['broken', 'invalid-json', 'Body is not valid JSON.'],
] as const) {
  test(`the issues of a request say what was checked: ${id}`, async ({preview}) => {
    const page = await preview.open();
    const panel = await openTab(page, id, 'Issues');
    await expect(panel).toContainText(title);
    await expect(panel).toContainText(sentence);
  });
}

test('an issue leads to its field, and names its event and its source', async ({preview}) => {
  const page = await preview.open();
  const panel = await openTab(page, 'faulty', 'Issues');
  const issue = panel.locator('[data-code=bad-timestamp]').first();
  await expect(issue).toContainText('event 1');
  await expect(issue).toContainText('/timestamp');
  await expect(issue.getByRole('link')).toHaveAttribute('href', /^https:/);
  await issue.getByRole('button').click();
  await expect(page.getByRole('tab', {name: 'Event', selected: true})).toBeVisible();
  await expect(page.getByRole('tree', {name: 'Fields of the event'})).toContainText('timestamp');
});

test('a long body is shown in parts, each on request', async ({preview}) => {
  const page = await preview.open();
  const panel = await openTab(page, 'oversized', 'Request');
  const body = panel.getByRole('region', {name: 'Body as sent'});
  const more = body.getByRole('button', {name: /^Show more \([\d,]+ characters left\)$/});
  await expect(body.locator('.long-text-chunk')).toHaveCount(5);
  const before = await more.textContent();
  await more.click();
  await expect(body.locator('.long-text-chunk')).toHaveCount(30);
  await expect(more).not.toHaveText(before ?? '');
});

for (const [title, first, second, sentence] of [
  ['equal ones', 'signed-up', 'signed-up', 'Both have the same fields with the same values.'],
  ['one without a body', 'signed-up', 'blob', 'Cannot be compared'],
  ['one that is gone', 'signed-up', 'never-there', 'One of the two requests was removed from the log.'],
] as const) {
  test(`a comparison says what it cannot show: ${title}`, async ({preview}) => {
    const page = await preview.open();
    await compare(page, first, second);
    await expect(page.getByRole('region', {name: 'Comparison'})).toContainText(sentence);
  });
}
