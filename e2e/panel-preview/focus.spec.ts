import type {Locator, Page} from 'playwright/test';
import {expect, test} from './open-preview';

const list = (page: Page) => page.getByRole('treegrid', {name: 'Captured requests'});
const press = (name: string) => (page: Page) => page.getByRole('button', {name, exact: true}).click();

/** Panes that close, over the details or not, without the control that opened them; and how. */
const closed: Record<string, (page: Page) => Promise<void>> = {
  'a new request': async (page) => {
    await press('New request')(page);
    await expect(page.getByRole('textbox', {name: /^Paste a cURL command/})).toBeFocused();
  },
  'the requests to resend': async (page) => {
    await press('Export, resend, import')(page);
    await press('Resend filtered requests…')(page);
    await expect(page.getByLabel('Way of sending')).toBeFocused();
  },
  'a comparison': async (page) => {
    const row = (name: string) => list(page).locator('[role=row]', {hasText: name}).first();
    await row('signed_up').click();
    await page.keyboard.press('Space');
    await row('group_enriched').click();
    await press('Compare')(page);
    await expect(page.getByRole('region', {name: 'Comparison'})).toBeVisible();
  },
  'the help that a menu gave way to': async (page) => {
    await press('Export, resend, import')(page);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the menu of the columns that has taken its column away': async (page) => {
    await page.getByRole('columnheader', {name: 'User'}).click({button: 'right'});
    await page.getByRole('menuitemcheckbox', {name: 'User'}).click();
  },
};

for (const [what, open] of Object.entries(closed)) {
  test(`the keyboard is not lost when Escape closes ${what}`, async ({preview}) => {
    const page = await preview.open();
    await list(page).locator('[role=row]', {hasText: 'group_enriched'}).first().click();
    await open(page);
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeFocused();
    await expect(page.getByRole('tablist', {name: 'Details'})).toBeVisible();
  });
}

test('a key that follows at once reaches the list that the details gave way to', async ({preview}) => {
  const page = await preview.open({width: 450});
  await list(page).locator('[role=row]', {hasText: 'signed_up'}).first().click();
  const back = page.getByRole('button', {name: 'Back to the list'});
  const focused = await back.evaluate(
    (button: HTMLElement) =>
      new Promise((resolve) => {
        const look = () => button.isConnected || resolve(document.activeElement?.getAttribute('role'));
        new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
        button.click();
      }),
  );
  expect(focused).toBe('treegrid');
});

/** Buttons that disappear when they are pressed, and where the focus is then. */
const gone: Record<string, (page: Page) => Promise<readonly [button: Locator, then: Locator]>> = {
  'the filter is cleared': async (page) => {
    const field = page.getByLabel('Filter', {exact: true});
    await field.fill('signed_up');
    return [page.getByRole('button', {name: 'Clear the filter'}), field];
  },
  'all times are shown': async (page) => {
    await page.getByLabel('Filter', {exact: true}).fill('after:2020-01-01 before:2099-01-01');
    return [page.getByRole('button', {name: 'Show all times'}), list(page)];
  },
  'a range of time is to be chosen': async (page) => [
    page.getByRole('button', {name: 'Choose a time range'}),
    page.getByRole('slider', {name: 'From'}),
  ],
  'nothing is to be compared': async (page) => {
    await list(page).locator('[role=row]', {hasText: 'signed_up'}).first().click();
    await page.keyboard.press('Space');
    return [page.getByRole('button', {name: 'Do not compare'}), list(page)];
  },
  'the filter of coverage finds nothing': async (page) => {
    await page.getByRole('button', {name: 'Coverage', exact: true}).click();
    await page.getByLabel('Filter', {exact: true}).fill('nothing like this');
    const button = page.getByText('No matches').locator('..').getByRole('button');
    return [button, page.getByRole('treegrid', {name: 'Events and how often they were right'})];
  },
};

for (const [when, find] of Object.entries(gone)) {
  test(`the keyboard is not lost with the button that is pressed when ${when}`, async ({preview}) => {
    const page = await preview.open();
    const [button, then] = await find(page);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveCount(0);
    await expect(then).toBeFocused();
  });
}

test('the keyboard goes to the field of an issue once, and is not taken from the list by the next event', async ({
  preview,
}) => {
  const page = await preview.open();
  await list(page).locator('[role=row]', {hasText: 'near-miss-event-name'}).first().click();
  await page.getByRole('tab', {name: /^Issues/}).click();
  await page.getByRole('tabpanel').getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const tree = page.getByRole('tree');
  await expect(tree).toBeFocused();
  const {before} = await page.evaluate(() => ({
    before: document.querySelector('h2.detail-name')?.textContent,
  }));
  await list(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('h2.detail-name')).not.toHaveText(before ?? '');
  await expect(tree).toBeVisible();
  await expect(list(page)).toBeFocused();
  await page.getByRole('tab', {name: /^Issues/}).click();
  await page.getByRole('tab', {name: 'Event'}).click();
  await expect(tree).toBeVisible();
  await expect(page.getByRole('tab', {name: 'Event'})).toBeFocused();
});

/** Links that lead to another tab, in place of the one that they are in. */
const led: Record<string, [id: string, tab: string, link: string]> = {
  'from an issue of a whole request': ['broken', 'Issues', 'invalid-json'],
  'from the events of a batch to one of them': ['first-batch', 'Event', ''],
  'to the body of a request that cannot be read': ['broken', 'Event', 'Show the body as sent'],
};

for (const [what, [id, tab, link]] of Object.entries(led)) {
  test(`the keyboard is not lost with a link ${what}`, async ({preview}) => {
    const page = await preview.open();
    await page.evaluate((id) => {
      const {selection} = window.preview.store;
      selection.select({id, event: null});
      selection.open();
    }, id);
    await page.getByRole('tab', {name: tab}).click();
    const button = page
      .getByRole('tabpanel')
      .getByRole('button', {name: link || /./})
      .first();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveCount(0);
    await expect(page.getByRole('tabpanel')).toBeFocused();
  });
}

test('the details leave the keyboard where a click elsewhere put it, also when they are rendered again', async ({
  preview,
}) => {
  const page = await preview.open();
  await list(page).locator('[role=row]', {hasText: 'near-miss-event-name'}).first().click();
  await page.getByRole('tab', {name: /^Issues/}).click();
  await page.getByRole('tabpanel').getByRole('button').first().focus();
  await page.locator('.status-counts').click();
  await expect(page.locator('body')).toBeFocused();
  await page.evaluate(() => window.preview.store.tabs.show('request'));
  await expect(page.getByRole('tab', {name: 'Request'})).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('body')).toBeFocused();
});
