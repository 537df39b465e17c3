import type {Page} from 'playwright/test';
import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {missingBodies} from '../../src/panel/view/detail/request/explain-missing-body';
import {expect, test} from './open-preview';

/** Opens a request of the visit, or a changed copy of one, in a tab of its details. */
async function openTab(page: Page, tab: string, id: string, changes?: Partial<CapturedRequest>) {
  const shown = await page.evaluate(
    async ([wanted, differs]) => {
      const {log, buildVisit} = window.preview;
      const request = buildVisit().find((each) => each.id === wanted);
      if (request && differs) await log.put({...request, id: 'other', ...differs});
      return differs ? (differs.id ?? 'other') : wanted;
    },
    [id, changes] as const,
  );
  await expect
    .poll(() => page.evaluate((id) => window.preview.store.list.get(id) !== undefined, shown))
    .toBe(true);
  await page.evaluate((id) => {
    const {selection} = window.preview.store;
    selection.select({id, event: null});
    selection.open();
  }, shown);
  await page.getByRole('tab', {name: tab, exact: false}).click();
  return page.getByRole('tabpanel');
}

const endedAt = Date.UTC(2026, 10, 22, 15, 51, 13);
const noHeaders = {state: 'unknown'} as const;
const answered = (body: Extract<CapturedRequest['outcome'], {state: 'answered'}>['body']) =>
  ({state: 'answered', status: 200, statusText: 'OK', headers: noHeaders, body, endedAt}) as const;

test('what became of a request is said in every state', async ({preview}) => {
  const page = await preview.open();
  const table: [string, string, CapturedRequest['outcome'] | undefined, string[]][] = [
    [
      'refused by the server',
      'faulty',
      undefined,
      ['400 Bad Request', '“Invalid timestamp format”', '3 errors, 1 warning'],
    ],
    ['accepted with a warning', 'mixed', undefined, ['200 OK', 'Accepted', 'user_email']],
    ['not delivered', 'refused', undefined, ['No response', 'net::ERR_CONNECTION_REFUSED', 'CORS']],
    ['under way', 'pending', undefined, ['No response yet']],
    ['a replay in its queue', 'signed-up', {state: 'queued'}, ['Not sent yet']],
    [
      'interrupted',
      'signed-up',
      {state: 'unknown', reason: 'The browser was closed.', endedAt},
      ['Delivery unknown', 'The browser was closed. It is not sent again automatically.'],
    ],
    [
      'answered without a status',
      'signed-up',
      {...answered({kind: 'missing', reason: 'opaque'}), status: 0},
      ['no status'],
    ],
    [
      'not observed',
      'signed-up',
      answered({kind: 'missing', reason: 'not-observed'}),
      ['while DevTools is open'],
    ],
    ['opaque', 'signed-up', answered({kind: 'missing', reason: 'opaque'}), ['no-cors']],
    [
      'a picture',
      'signed-up',
      answered({kind: 'missing', reason: 'not-text'}),
      ['The response is binary data'],
    ],
    ['empty', 'signed-up', answered({kind: 'missing', reason: 'empty'}), ['The response has no body.']],
    ['left behind', 'signed-up', answered({kind: 'missing', reason: 'navigated'}), ['The page was unloaded']],
    [
      'kept in part',
      'signed-up',
      answered({kind: 'text', text: '{"success": tr', mimeType: 'application/json', cut: true}),
      ['Only the first part was kept.', '{"success": tr'],
    ],
  ];
  for (const [title, id, outcome, words] of table) {
    const panel = await openTab(page, 'Response', id, outcome && {id: title, outcome});
    for (const word of words) await expect(panel, title).toContainText(word);
  }
});

test('a body that is not there says why, and what to do, for every reason', async ({preview}) => {
  const page = await preview.open();
  for (const [reason, {why, remedy}] of Object.entries(missingBodies)) {
    const body = {kind: 'missing', reason} as CapturedRequest['body'];
    const panel = await openTab(page, 'Request', 'signed-up', {id: `without ${reason}`, body});
    await expect(panel, reason).toContainText('Body unavailable');
    await expect(panel, reason).toContainText(`${why} ${remedy}`);
  }
});

test('a request says how it was sent, and what of that was not captured', async ({preview}) => {
  const page = await preview.open();
  const table: [string, Partial<CapturedRequest> | undefined, string[]][] = [
    ['worker', undefined, ['no tab: a worker or an unloaded page', 'https://app.acme.example/worker.js']],
    ['corrected', undefined, ['Captured byreplay']],
    [
      'signed-up',
      {id: 'a', headers: {state: 'unknown'}},
      ['Headers were not captured, so they were not checked.'],
    ],
    [
      'signed-up',
      {id: 'b', headers: {state: 'redacted', list: []}},
      ['did not show the values of some headers'],
    ],
    ['signed-up', {id: 'c', startedAt: null}, ['time not recorded']],
    ['signed-up', {id: 'd', urlLength: 70_000}, ['70000 characters; the first']],
    ['signed-up', {id: 'e', body: {kind: 'none'}}, ['This request has no body.']],
  ];
  for (const [id, changes, words] of table) {
    const panel = await openTab(page, 'Request', id, changes);
    for (const word of words) await expect(panel).toContainText(word);
  }
  const panel = await openTab(page, 'Request', 'oversized');
  await expect(panel.getByRole('meter', {name: 'Events'})).toHaveAttribute(
    'aria-valuetext',
    '1,001 / 1,000 events, over the limit',
  );
});

test('the replays of a request are listed, and each leads to its own row', async ({preview}) => {
  const page = await preview.open();
  const panel = await openTab(page, 'Replays', 'faulty');
  await expect(panel.getByRole('list', {name: '1 replay'})).toContainText('sent by the extension');
  await panel.getByRole('button', {name: /invite_sent/}).click();
  await expect(page.locator('[role=row][aria-selected=true]')).toContainText('invite_sent');
  expect(await page.evaluate(() => window.preview.store.selection.selected.peek()?.id)).toBe('corrected');
});

test('a hundred thousand warnings of a server, and names of events, are counted and not all listed', async ({
  preview,
}) => {
  const page = await preview.open();
  const warnings = Array<number>(100_000).fill(1);
  const outcome = answered({kind: 'text', text: JSON.stringify({success: true, warnings})});
  const panel = await openTab(page, 'Response', 'signed-up', {outcome});
  await expect(panel).toContainText('And 99,950 more warnings.');
  expect(await panel.locator('.said').count()).toBeLessThan(60);
  await page.evaluate(async () => {
    const [request] = window.preview.buildVisit();
    if (!request) return;
    const events = Array.from({length: 203}, (_, index) => ({event_name: `name_${index}`, user_id: 'u'}));
    const bytes = new TextEncoder().encode(JSON.stringify(events));
    await window.preview.log.put({...request, id: 'many-names', body: {kind: 'bytes', bytes}});
  });
  const names = await openTab(page, 'Event', 'many-names', {id: 'many-names'});
  await expect(names).toContainText('And 3 more names, in the list.');
});

test('a form of many fields shows some, says how many are left, and shows more by keyboard', async ({
  preview,
}) => {
  const page = await preview.open();
  const names = Array.from({length: 300}, (_, at) => [`field ${at}`, [`value ${at}`]] as const);
  const fields = {same: ['first, not cut', 'second'], ...Object.fromEntries(names)};
  const panel = await openTab(page, 'Request', 'faulty', {body: {kind: 'form', fields}});
  const rows = panel.locator('tr', {
    has: page.locator('td', {hasText: /^(?:value \d+|first, not cut|second)$/}),
  });
  await expect(rows).toHaveCount(200);
  await panel.getByRole('button', {name: 'Show more (102 left)'}).focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(302);
  await expect(panel.getByRole('button', {name: /^Show more/})).toHaveCount(0);
  await expect(panel, 'the keyboard stays in the details').toBeFocused();
});
