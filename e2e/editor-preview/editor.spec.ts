import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';
import {delicateText} from './samples';

const answers = {role: 'region', name: 'Responses'} as const;

async function readSent(page: Page): Promise<string[]> {
  return page.evaluate(() => window.readSentBodies());
}

async function expectAnswer(page: Page, words: string): Promise<void> {
  await expect(page.getByRole(answers.role, {name: answers.name})).toContainText(words);
}

test('line breaks of every kind go out as they came in, untouched and around an edit', async ({preview}) => {
  const page = await preview.open('delicate');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Enter');
  await expectAnswer(page, 'Replay');
  await page.keyboard.press('Control+End');
  for (const _ of '"} ]\r\n') await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('23');
  await page.keyboard.press('Backspace');
  await expect(page.locator('.cm-content')).toContainText('"u-12"');
  await expect.poll(async () => (await readSent(page)).length).toBe(1);
  await expectAnswer(page, 'Replay 400');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await readSent(page)).length).toBe(2);
  expect(await readSent(page)).toEqual([delicateText, delicateText.replace('"u-1"', '"u-12"')]);
});

test('a double click on Send does not cancel what it sends', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.getByRole('button', {name: /^Send/}).dblclick();
  await expectAnswer(page, 'Replay 400');
  await page.getByRole('button', {name: /^Send/}).click();
  await page.getByRole('button', {name: 'Cancel', exact: true}).press('Enter');
  await expectAnswer(page, 'Replay delivery unknown');
});

test('a draft can be sent again as soon as its answer is shown, and a press before that is answered', async ({
  preview,
}) => {
  const page = await preview.open('good');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', {name: 'Cancel'})).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('already being sent');
  await expectAnswer(page, 'Replay 200');
  await expect(page.getByRole('button', {name: /^Send/})).toBeVisible({timeout: 1});
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await readSent(page)).length).toBe(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a fault is found, mended, compared and sent with keys alone', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', {name: 'Text'})).toBeFocused();
  await page.locator('.cm-content').focus();
  // Two of the six have no quick fix: F8 stops at them, and they stay.
  for (const left of [
    'Fix 3 issues',
    'Fix 3 issues',
    'Fix 3 issues',
    'Fix 2 issues',
    'Fix 1 issue',
    'Fixes',
  ]) {
    await page.keyboard.press('F8');
    await expect(page.locator('.cm-tooltip')).toBeVisible();
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByRole('button', {name: left})).toBeVisible();
  }
  await expect(page.getByRole('status', {name: 'Issues of the draft'})).not.toContainText('error');
  await page.keyboard.press('Control+Enter');
  await expectAnswer(page, 'Replay 200');
  const [sent] = await readSent(page);
  expect(sent).toContain('"big":12345678901234567890');
  expect(sent).not.toContain('\n');
});

test('a fix in the panel of fixes leaves the keyboard where sending works', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('dialog', {name: 'Fixes'}).getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', {name: 'Revert'})).toBeDisabled();
});

test('a shift of all times is marked where the dialog does not lie over it', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  await page.getByRole('button', {name: /^Fix/}).click();
  const dialog = page.getByRole('dialog', {name: 'Fixes'});
  await dialog.getByRole('textbox', {name: 'Duration'}).fill('1h');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toast')).toContainText(/^Changed \d places/);
  await expect(dialog).toBeVisible();
  expect(await page.evaluate(countMarksInSight)).toBeGreaterThan(0);
});

test('what can be done to the batch stays where it is while it is worked out again', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.getByRole('button', {name: /^Fix/}).click();
  const dialog = page.getByRole('dialog', {name: 'Fixes'});
  const other = await dialog.getByRole('button', {name: 'Mark all events as a test'}).elementHandle();
  await dialog.getByRole('button', {name: 'Shift all timestamps so that the latest is now'}).click();
  await expect(page.locator('.toast')).toContainText(/^Changed \d places/);
  expect(await other?.evaluate((button) => button.isConnected)).toBe(true);
  await other?.click();
  await expect(page.locator('.cm-content')).toContainText('is_test');
});

test('what a fix changes in one long line is counted by what of the line is in sight', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.getByLabel('Pretty-print').uncheck();
  await page.locator('.cm-content').focus();
  await page.keyboard.press('F8');
  await expect(page.locator('.cm-tooltip')).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await expect(page.locator('.cm-changed')).toHaveCount(1);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', {name: 'Revert'})).toBeDisabled();
  await expect(page.locator('.cm-changed')).toHaveCount(1);
  await expect(page.locator('.toast')).toHaveCount(0);
  await page.getByRole('button', {name: /^Fix/}).click();
  await page.getByRole('textbox', {name: 'Duration'}).fill('1h');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toast')).toContainText(/^Changed \d places, [1-9] not visible/);
  const scrolled = () => page.locator('.cm-scroller').evaluate(({scrollLeft}) => scrollLeft);
  const before = await scrolled();
  await page.getByRole('button', {name: 'Show next'}).click();
  await expect.poll(scrolled).not.toBe(before);
});

test('replacing all is marked and counted, as a fix of all is', async ({preview}) => {
  const page = await preview.open('oversized');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('"admin"');
  await page.locator('.cm-search input[name=replace]').fill('"owner"');
  await page.locator('.cm-search button[name=replaceAll]').click();
  await expect(page.locator('.toast')).toContainText(/^Changed 1,001 places, \d[\d,]+ not visible/);
  expect(await page.evaluate(countMarksInSight)).toBeGreaterThan(0);
});

test('what is typed while the search is still loaded goes to the search, and not into the text', async ({
  preview,
  page,
}) => {
  let release: () => void = () => undefined;
  let released = Promise.resolve();
  // From before the page is opened: a busy page asks for files past a route that is added later.
  await page.route(/\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  await preview.open('faulty');
  await page.locator('.cm-content').focus();
  released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('invite_sentx');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-search')).toHaveCount(0);
  release();
  await expect(page.locator('.cm-search input[name=search]')).toHaveValue('invite_sent');
  await expect(page.locator('.cm-search')).toHaveCount(1);
  await expect(page.locator('.cm-searchMatch').first()).toHaveText('invite_sent');
  await page.keyboard.type('!');
  await expect(page.locator('.cm-search input[name=search]')).toHaveValue('invite_sent!');
  await expect(page.getByRole('button', {name: 'Revert'})).toBeDisabled();
});

/** Runs in the page. */
function countMarksInSight(): number {
  return [...document.querySelectorAll('.cm-changed')].filter((line) => {
    const {left, top, height} = line.getBoundingClientRect();
    return line.contains(document.elementFromPoint(left + 60, top + height / 2));
  }).length;
}

test('Tab leaves the editor, and Escape closes what is open in it and goes no further', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.evaluate(() => {
    document.addEventListener('keydown', ({key}) => document.body.setAttribute('data-heard', key));
  });
  const heard = page.locator('body[data-heard=Escape]');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('F8');
  await expect(page.locator('.cm-tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-tooltip')).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(page.locator('.cm-tooltip')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.locator('.cm-search')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-search')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-tooltip')).toHaveCount(0);
  await expect(heard).toHaveCount(0);
  // The first Escape would only clear the selection that F8 made.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(heard).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.locator('.cm-content')).not.toBeFocused();
});

test('1,001 events become two requests, by keys alone', async ({preview}) => {
  const page = await preview.open('oversized');
  await page.getByRole('button', {name: 'Split…'}).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', {name: 'Split the batch'});
  await expect(dialog).toContainText('Events 1 to 1,000');
  await dialog.getByRole('button', {name: 'Send 2 requests'}).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('2 of 2 requests accepted');
  expect((await readSent(page)).map((body) => (JSON.parse(body) as unknown[]).length)).toEqual([1000, 1]);
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-content')).toBeFocused();
});

test('what is no JSON is sent only after a yes, and the keyboard stands on No', async ({preview}) => {
  const page = await preview.open('broken');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alertdialog')).toContainText('not valid JSON');
  await expect(page.getByRole('button', {name: 'Cancel'})).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await readSent(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', {name: 'Send anyway'}).press('Enter');
  await expectAnswer(page, 'Replay');
});

test('what the mouse has opened is closed by Escape first, wherever the keyboard is', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.evaluate(() => {
    document.addEventListener('keydown', ({key}) => document.body.setAttribute('data-heard', key));
  });
  await page.getByRole('button', {name: /^Send/}).focus();
  await page.getByText('"invitee_email"').first().hover();
  await expect(page.locator('.cm-tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-tooltip')).toHaveCount(0);
  await expect(page.locator('body[data-heard=Escape]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('body[data-heard=Escape]')).toHaveCount(1);
});

test('hover and completion know the event', async ({preview}) => {
  const page = await preview.open('faulty');
  await page.getByText('"invitee_email"').first().hover();
  await expect(page.locator('.cm-tooltip')).toContainText('properties.invitee_email: String');
  await page.getByText('"signed_up"').click();
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('listbox')).toContainText('signed_up');
});

test('a Blob’s missing body is said so, and a body of one’s own can be sent', async ({preview}) => {
  const page = await preview.open('missing');
  await expect(page.getByText('You can type or paste a new body.')).toBeVisible();
  await expect(page.getByRole('button', {name: /^Send/})).toBeDisabled();
  await page.locator('.cm-content').focus();
  await page.keyboard.insertText('[]');
  await page.keyboard.press('Control+Enter');
  await expectAnswer(page, 'Replay');
  expect(await readSent(page)).toEqual(['[]']);
});

test('the events of a large batch can be chosen by keys as soon as the choice is reached', async ({
  preview,
}) => {
  const page = await preview.open('oversized');
  const choice = page.getByRole('combobox', {name: 'Part of the batch'});
  await expect(choice.getByRole('option')).toHaveText(['Whole batch (1,001)']);
  await choice.focus();
  await expect(choice.getByRole('option')).toHaveCount(1002);
  await expect(choice.getByRole('option').last()).toHaveText(
    'Only the first 1,000 are listed. Enter the number of another event.',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(choice.getByRole('option', {selected: true})).toContainText('2 · ');
  await expect(page.locator('.cm-foldPlaceholder')).toHaveCount(2);
});

test('an event beyond those listed can be chosen by its number', async ({preview}) => {
  const page = await preview.open('oversized');
  const choice = page.getByRole('combobox', {name: 'Part of the batch'});
  const number = page.getByRole('spinbutton', {name: 'Event number'});
  await number.fill('1001');
  await expect(choice.getByRole('option', {selected: true})).toContainText('1001 · ');
  await expect(page.locator('.cm-foldPlaceholder')).toHaveCount(1);
  await number.fill('1002');
  await expect(choice.getByRole('option', {selected: true})).toContainText('1001 · ');
  await expect(page.locator('.edit-number:invalid')).toHaveCount(1);
  await number.fill('');
  await expect(choice.getByRole('option', {selected: true})).toHaveText('Whole batch (1,001)');
  // Its options are added with the focus.
  await choice.focus();
  await choice.selectOption('2');
  await expect(number).toHaveValue('3');
});

test('the value of a header is sent as it is typed, without Enter', async ({preview}) => {
  const page = await preview.open('good');
  await page.getByRole('radio', {name: 'Headers'}).check({force: true});
  const row = page.getByRole('row').filter({hasText: /content-type/i});
  const change = async (value: string) => {
    await row.getByRole('button', {name: /^Change/}).click();
    await row.getByRole('textbox').fill(value);
  };
  await change('text/plain');
  await page.keyboard.press('Control+Enter');
  await expect(row).toContainText('text/plain');
  await expect(row).toContainText('Sent with the value that you entered.');
  await expectAnswer(page, 'Replay 200');
  await row.getByRole('button', {name: /^Undo/}).click();
  await change('text/html');
  await page.getByRole('button', {name: /^Send/}).click();
  await expect(row).toContainText('text/html');
  await expect(row.getByRole('textbox')).toHaveCount(0);
  await expect.poll(async () => (await readSent(page)).length).toBe(2);
  await row.getByRole('button', {name: /^Undo/}).click();
  await change('text/css');
  await page.keyboard.press('Escape');
  await expect(row).not.toContainText('text/css');
  await expect(row.getByRole('textbox')).toHaveCount(0);
});
