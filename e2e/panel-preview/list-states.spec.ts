import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

const filter = (page: Page) => page.getByLabel('Filter', {exact: true});
const rows = (page: Page) => page.getByRole('treegrid', {name: 'Captured requests'}).locator('[role=row]');

/** Why the list is empty, and what to do: the panel's parameters, and the expected sentence. */
const empty: [string, Record<string, string>, (page: Page) => Promise<void>, string[]][] = [
  ['the log is being read', {late: ''}, async () => undefined, ['Reading the log…']],
  [
    'recording is off',
    {empty: ''},
    (page) => page.getByRole('button', {name: 'Record', exact: true}).click(),
    ['Not recording', 'Press Record to capture what this page sends.'],
  ],
  [
    'background capture is off',
    {empty: '', granted: 'none'},
    (page) => page.getByRole('button', {name: 'Do not show this again'}).click(),
    ['Nothing captured yet', 'Background capture is off for this site.'],
  ],
];

for (const [title, parameters, act, sentences] of empty) {
  test(`the list says why it is empty: ${title}`, async ({preview}) => {
    const page = await preview.open({parameters});
    await act(page);
    for (const sentence of sentences) await expect(page.locator('.hint')).toContainText(sentence);
  });
}

test('Record says what it will do, and starts again', async ({preview}) => {
  const page = await preview.open();
  const record = page.getByRole('button', {name: 'Record', exact: true});
  await expect(record).toHaveAttribute('title', 'Stop recording');
  await record.click();
  await expect(record).toHaveAttribute('aria-pressed', 'false');
  await expect(record).toHaveAttribute('title', 'Start recording');
  await expect(rows(page).first(), 'what was captured stays').toBeVisible();
  await record.click();
  await expect(record).toHaveAttribute('aria-pressed', 'true');
});

for (const [text, sentence] of [
  ['nothing-like-this', 'No request or event matches this filter.'],
  ['is:wrong', '“is:wrong” is not a filter word.'],
  ['colour:red', '“colour:” is not a filter word'],
] as const) {
  test(`a filter without a match says why, and can be cleared: ${text}`, async ({preview}) => {
    const page = await preview.open();
    const before = await rows(page).count();
    await filter(page).fill(text);
    await expect(page.locator('.hint')).toContainText('No matches');
    await expect(page.locator('.hint')).toContainText(sentence);
    await page.getByRole('button', {name: 'Clear the filter'}).last().click();
    await expect(filter(page)).toBeFocused();
    await expect(page.locator('.hint')).toHaveCount(0);
    await expect(rows(page)).toHaveCount(before);
  });
}

test('a status is told apart by more than its number', async ({preview}) => {
  const page = await preview.open();
  for (const [word, kind] of [
    ['400', 'status status-bad'],
    ['200', 'status status-ok'],
    ['failed', 'status status-bad'],
    ['pending', 'status'],
  ] as const) {
    await filter(page).fill(`status:${word}`);
    const shown = page.locator('.row .status', {hasText: word}).first();
    await expect(shown).toHaveAttribute('class', kind);
  }
});

test('a column head says what it does, and sorts both ways', async ({preview}) => {
  const page = await preview.open();
  const head = page.getByRole('columnheader', {name: 'Status'});
  await expect(head.getByRole('button')).toHaveAttribute(
    'title',
    'Sort by status; right click to choose columns',
  );
  await expect(head).toHaveAttribute('aria-sort', 'none');
  await head.click();
  const first = await head.getAttribute('aria-sort');
  await head.click();
  const second = await head.getAttribute('aria-sort');
  expect([first, second].toSorted()).toEqual(['ascending', 'descending']);
});

test('a request that is gone from the log says so in its details', async ({preview}) => {
  const page = await preview.open();
  await page.evaluate(async () => {
    const {log, store} = window.preview;
    const lost = store.list.entries.value.at(-1)?.id ?? '';
    const {get} = log;
    log.get = async (ids) => (await get(ids)).filter(({id}) => id !== lost);
    store.selection.select({id: lost, event: null});
    store.selection.open();
  });
  await expect(page.getByText('Request dropped')).toBeVisible();
  await expect(page.getByText('Pin requests to keep them')).toBeVisible();
});

test('a heading names the page as soon as it is known', async ({preview}) => {
  const page = await preview.open({parameters: {empty: ''}});
  await page.evaluate(async () => {
    const [request] = window.preview.buildVisit();
    if (!request) return;
    const origin = {...request.origin, pageUrl: null, documentUrl: null, initiator: null};
    await window.preview.log.put({...request, id: 'late', origin});
  });
  await expect(rows(page).first().or(rows(page).nth(1)).filter({hasText: 'unknown page'})).toBeVisible();
  await page.evaluate(async () => {
    const [request] = window.preview.buildVisit();
    if (request) await window.preview.log.update('late', (one) => ({...one, origin: request.origin}));
  });
  await expect(rows(page).filter({hasText: 'app.acme.example/signup'})).toBeVisible();
  await expect(rows(page).filter({hasText: 'unknown page'})).toHaveCount(0);
});

test('the keyboard stays where the list was when its last request is removed, and is in the list that comes next', async ({
  preview,
}) => {
  const page = await preview.open({parameters: {empty: ''}});
  await page.evaluate(async () => {
    const [request] = window.preview.buildVisit();
    if (request) await window.preview.log.put({...request, imported: {id: 'i', file: 'a.har'}});
    const {selection} = window.preview.store;
    selection.moveToEnd('first');
  });
  await page.getByRole('treegrid', {name: 'Captured requests'}).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator('.list-pane')).toBeFocused();
  await page.evaluate(async () => {
    const [request] = window.preview.buildVisit();
    if (request) await window.preview.log.put({...request, id: 'next'});
  });
  await expect(page.getByRole('treegrid', {name: 'Captured requests'})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).and(page.locator('[aria-selected=true]'))).toHaveCount(1);
});
