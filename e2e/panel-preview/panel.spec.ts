import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

const selectedRow = '[role=row][aria-selected=true]';

function row(page: Page, text: string) {
  return page.locator('[role=row]', {hasText: text}).first();
}

test('keys alone find an event, open it, look at it and close it', async ({preview}) => {
  const page = await preview.open();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Filter', {exact: true})).toBeFocused();
  await page.keyboard.type('name:signed code:near-miss');
  await page.keyboard.press('Enter');
  await expect(page.locator(selectedRow)).toContainText('batch of 5');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(selectedRow)).toContainText('near-miss-event-name');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {name: 'Signed_Up'})).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.getByRole('treegrid')).toBeFocused();
});

test('left and right fold a batch, and a visit, without deleting anything', async ({preview}) => {
  const page = await preview.open();
  await row(page, 'batch of 5').click();
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'near-miss-event-name')).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'batch of 5')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(row(page, 'batch of 5')).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator(selectedRow)).toContainText('batch of 5');
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'batch of 5')).toBeHidden();
  await row(page, 'app.acme.example/account').click();
  await expect(row(page, 'batch of 5')).toBeVisible();
  await expect(row(page, 'batch of 5')).toHaveAttribute('aria-expanded', 'false');
});

test('the list follows the newest only while it is scrolled to the end', async ({preview}) => {
  const page = await preview.open();
  const list = page.getByRole('treegrid');
  await send(page, 'at-the-end');
  await expect(list.locator('[role=row]').filter({hasText: '766b3aef'}).last()).toBeInViewport();
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(2);
  await list.evaluate((element) => element.scrollTo(0, 0));
  await expect(row(page, 'app.acme.example/signup')).toBeInViewport();
  await send(page, 'not-at-the-end');
  await expect(page.getByRole('contentinfo')).toContainText('15 requests');
  expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
});

test('what comes in before the browser tells of scrolling does not undo it', async ({preview}) => {
  const page = await preview.open();
  await expect(page.getByRole('contentinfo')).toContainText('13 requests');
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(2);
  await page.evaluate(() => {
    window.addEventListener('scroll', (event) => event.stopImmediatePropagation(), {capture: true});
    document.querySelector('[role=treegrid]')?.scrollTo(0, 0);
  });
  await send(page, 'late');
  await expect(page.getByRole('contentinfo')).toContainText('14 requests');
  await expect(row(page, 'app.acme.example/signup')).toBeInViewport();
  expect(await page.getByRole('treegrid').evaluate((element) => element.scrollTop)).toBe(0);
});

test('what comes in at the end is written once a row, not first where it is not seen', async ({preview}) => {
  const page = await preview.open({parameters: {load: '20000'}});
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(2);
  const list = await page.getByRole('treegrid').elementHandle();
  const writes = await page.evaluateHandle((element) => {
    const counted = {rows: 0, again: 0};
    // A busy machine reports them in parts, and the list updates its row count each time.
    let arrivals = 0;
    const writtenAt = new Map<Node, number>();
    const observer = new MutationObserver((records) => {
      for (const {target, attributeName, addedNodes} of records) {
        if (attributeName === 'aria-rowcount') arrivals++;
        for (const row of attributeName === 'data-position' ? [target] : addedNodes) {
          counted.rows++;
          if (writtenAt.get(row) === arrivals) counted.again++;
          writtenAt.set(row, arrivals);
        }
      }
    });
    const attributeFilter = ['aria-rowcount', 'data-position'];
    if (element) observer.observe(element, {subtree: true, childList: true, attributeFilter});
    for (const request of window.preview.buildLoad(1_000, 20, 'newer')) {
      const startedAt = Date.now() + (request.startedAt ?? 0);
      void window.preview.log.put({...request, startedAt});
    }
    return counted;
  }, list);
  await expect(page.getByRole('contentinfo')).toContainText('21,000 events');
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(2);
  await expect.poll(() => writes.evaluate(({rows}) => rows)).toBeGreaterThan(0);
  expect(await writes.evaluate(({again}) => again)).toBe(0);
});

test('a row stays under the pointer when something comes in above it', async ({preview}) => {
  const page = await preview.open({parameters: {load: '2000'}});
  const list = page.getByRole('treegrid');
  await list.evaluate((element) => element.scrollTo(0, 22 * 500));
  await expect(page.locator('#row-500')).toBeInViewport();
  const before = await page.locator('#row-500').textContent();
  await page.evaluate(async () => {
    const [first] = window.preview.buildLoad(3, 3, 'earlier');
    if (first) await window.preview.log.put({...first, startedAt: 1});
  });
  await expect(page.getByRole('contentinfo')).toContainText('2,003 events');
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(22 * 504);
  await expect(page.locator('#row-504')).toHaveText(before ?? '');
});

test('a filter that finds nothing hides the list from everybody, and gives it back where it was', async ({
  preview,
}) => {
  const page = await preview.open({parameters: {load: '2000'}});
  const filter = page.getByLabel('Filter', {exact: true});
  const list = page.locator('.list');
  await list.evaluate((element) => element.scrollTo(0, 22 * 500));
  await expect(page.locator('#row-500')).toBeInViewport();
  const mounted = await list.elementHandle();
  await filter.fill('no such event');
  await expect(page.getByText('No matches')).toBeVisible();
  await expect(page.getByRole('treegrid')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(list).not.toBeFocused();
  await page.getByRole('button', {name: 'Clear the filter'}).last().click();
  await expect(filter).toBeFocused();
  await expect(page.locator('#row-500')).toBeInViewport();
  expect(await list.evaluate((element, before) => element === before, mounted)).toBe(true);
});

test('100,000 events cost no more elements than a screenful', async ({preview}) => {
  const page = await preview.open({parameters: {load: '100000'}});
  await expect(page.getByRole('contentinfo')).toContainText('100,000 events');
  expect(await page.locator('[role=row]').count()).toBeLessThan(60);
  await page.getByRole('treegrid').evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect(page.locator('#row-52510')).toBeInViewport();
  expect(await page.locator('[role=row]').count()).toBeLessThan(60);
});

test('an issue leads to its field, a missing field has its place', async ({preview}) => {
  const page = await preview.open();
  await row(page, 'Invalid timestamp').click();
  await page.getByRole('tab', {name: /Issues/}).click();
  await page.getByRole('button', {name: /context\.group_id/}).click();
  const field = page.locator('[role=treeitem][aria-selected=true]');
  await expect(field).toContainText('group_id');
  await expect(field).toContainText('missing');
});

test('the source of an issue is a link to its document, in a tab of its own', async ({preview}) => {
  const page = await preview.open();
  await row(page, 'Invalid timestamp').click();
  await page.getByRole('tab', {name: /Issues/}).click();
  const source = page.locator('li[data-code=bad-timestamp]').getByRole('link');
  await expect(source).toHaveText('ThriveStack Track API › Fields');
  await expect(source).toHaveAttribute('href', /^https:\/\//);
  await expect(source).toHaveAttribute('target', '_blank');
  await expect(source).toHaveAttribute('rel', /noopener/);
});

test('a secret is masked until asked for, and hidden again', async ({preview}) => {
  const page = await preview.open();
  await row(page, 'signed_up').click();
  await page.getByRole('tab', {name: 'Request'}).click();
  await expect(page.getByText('ts_live_')).toBeHidden();
  await page.getByRole('button', {name: 'Show the value of x-api-key'}).click();
  await expect(page.getByText('ts_live_51Hq0fkeJw9aVd3x')).toBeVisible();
  await page.getByRole('button', {name: 'Hide the value of x-api-key'}).click();
  await expect(page.getByText('ts_live_')).toBeHidden();
});

const publicDocument =
  /^https:\/\/(docs\.app\.thrivestack\.ai|github\.com\/Thrivestack-public|segment\.com\/docs|www\.rfc-editor\.org)\//;

test('captured text is text, and a long one is shortened until asked for', async ({preview}) => {
  const page = await preview.open();
  await row(page, '<img src=x').click();
  for (const name of ['Issues', 'Request', 'Response', 'Event']) {
    await page.getByRole('tab', {name}).click();
    expect(await page.locator('img, iframe, script:not([type=module])').count()).toBe(0);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(
      links.filter((href) => !publicDocument.test(href ?? '')),
      'only rules link, to their documents',
    ).toEqual([]);
  }
  await page.getByRole('button', {name: 'show 100,000 of 1,056,000 characters'}).click();
  await expect(page.getByRole('button', {name: 'show less'})).toBeVisible();
  expect(await page.title()).toBe('Track Inspector: preview');
});

test('in a narrow panel also a request that is gone leads back to the list', async ({preview}) => {
  const page = await preview.open({width: 450});
  await page.evaluate(() => {
    const {selection} = window.preview.store;
    selection.select({id: 'never-there', event: null});
    selection.open();
  });
  await expect(page.getByText('Request dropped')).toBeVisible();
  await page.getByRole('button', {name: 'Back to the list'}).click();
  await expect(page.getByRole('treegrid')).toBeFocused();
});

test('in a narrow panel the detail replaces the list', async ({preview}) => {
  const page = await preview.open({width: 450});
  await row(page, 'Invalid timestamp').click();
  await expect(page.getByRole('treegrid')).toBeHidden();
  await page.getByRole('button', {name: 'Back to the list'}).click();
  await expect(page.getByRole('treegrid')).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(450);
});

test('arrow keys move the divider, and the settings remember it', async ({preview}) => {
  const page = await preview.open();
  await row(page, 'signed_up').click();
  await page.getByRole('separator', {name: 'Width of the list'}).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('separator')).toHaveAttribute('aria-valuenow', '42');
  expect(await page.evaluate(() => window.preview.settings.peek().panel.split)).toBeCloseTo(0.42);
});

test('a site without permission says so and offers to ask', async ({preview}) => {
  const page = await preview.open({parameters: {granted: 'none'}});
  await expect(page.getByText('background capture: off for this site')).toBeVisible();
  await page.getByRole('button', {name: 'Capture on this site'}).click();
  await expect(page.getByText('background capture: on')).toBeVisible();
});

async function send(page: Page, id: string): Promise<void> {
  await page.evaluate(async (name) => {
    const [request] = window.preview.buildLoad(1, 1, name);
    if (request) await window.preview.log.put({...request, startedAt: (request.startedAt ?? 0) + 3_600_000});
  }, id);
}

async function distanceToEnd(page: Page): Promise<number> {
  return page
    .getByRole('treegrid')
    .evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
}

test('an import is a group of its own, marked, folded and removed by mouse or keys, and taken back', async ({
  preview,
}) => {
  const page = await preview.open();
  const counts = page.getByRole('contentinfo');
  await expect(counts).toContainText('13 requests');
  await page.evaluate(async () => {
    for (const request of window.preview.buildLoad(4, 2, 'file')) {
      await window.preview.log.put({...request, seenBy: ['import'], imported: {id: 'f1', file: 'visit.har'}});
    }
  });
  await expect(counts).toContainText('15 requests');
  // It is the first group: its requests were sent in the same millisecond as the first ones of the page.
  await page.getByRole('treegrid').evaluate((element) => element.scrollTo(0, 0));
  const heading = page.locator('[role=row][aria-level="1"]', {hasText: 'Imported from visit.har'});
  await expect(heading).toContainText('2 requests · 4 events');
  const marked = page.locator('[role=row][aria-level="2"]', {hasText: 'imported from visit.har'});
  await expect(marked).toHaveCount(2);
  await heading.click();
  await expect(marked).toHaveCount(0);
  await heading.click();
  await expect(marked).toHaveCount(2);

  await page.getByRole('button', {name: 'Remove the import visit.har'}).click();
  await expect(heading).toBeHidden();
  await expect(page.getByRole('status')).toContainText('Removed the import visit.har (2 requests).');
  await expect(counts).toContainText('13 requests');
  await expect(page.getByRole('treegrid')).toBeFocused();
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(marked).toHaveCount(2);

  await marked.first().click();
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('Delete');
  await expect(marked).toHaveCount(0);
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(marked).toHaveCount(2);
  await page.getByRole('button', {name: 'Remove the import visit.har'}).press('Enter');
  await expect(heading).toBeHidden();
});

test('every count says what the list shows, and of how many', async ({preview}) => {
  const page = await preview.open();
  const counts = page.getByRole('contentinfo');
  const errors = page.getByRole('button', {name: /^Errors/});
  const [, all = ''] = (await counts.textContent())?.match(/^13 requests · ([\d,]+) events/) ?? [];
  await page.getByLabel('Filter', {exact: true}).fill('name:signed_up');
  await expect(counts).toContainText(new RegExp(`^3 of 13 requests · \\d+ of ${all} events`));
  await page.getByRole('treegrid').evaluate((element) => element.scrollTo(0, 0));
  await expect(row(page, 'app.acme.example/signup')).toContainText(/\d of \d+ requests/);
  const [, promised = ''] = (await counts.textContent())?.match(/ · ([\d,]+) of [\d,]+ errors · /) ?? [];
  await expect(errors).toHaveText(`Errors${promised}`);
  await errors.click();
  await expect(errors).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, 'oversized-batch')).toBeVisible();
  await expect(counts).toContainText(new RegExp(`^1 of 13 requests · 0 of ${all} events · ${promised} of `));
  await expect(errors).toHaveText(`Errors${promised}`);
});

test('a beacon whose page was left says that no answer was seen, and is not called failed', async ({
  preview,
}) => {
  const page = await preview.open();
  await page.evaluate(async () => {
    const [request] = window.preview.buildVisit();
    if (!request) return;
    const reason = 'Sent, no answer seen (the page was left).';
    await window.preview.log.put({
      ...request,
      id: 'left',
      startedAt: (request.startedAt ?? 0) + 3_600_000,
      outcome: {state: 'unknown', reason},
    });
  });
  const left = row(page, 'Sent, no answer seen (the page was left).');
  await expect(left).toContainText('no issues, no response');
  await expect(left).toContainText('unknown');
  const filter = page.getByLabel('Filter', {exact: true});
  await filter.fill('is:failed');
  await expect(row(page, 'request-failed')).toBeVisible();
  await expect(left).toBeHidden();
  await filter.fill('status:unknown');
  await expect(left).toBeVisible();
});

test('what is listed is saved as HAR, without credentials', async ({preview}) => {
  const page = await preview.open();
  await page.getByLabel('Filter', {exact: true}).fill('name:signed_up');
  await page.getByRole('button', {name: 'Export, resend, import'}).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Export filtered requests as HAR'}).click();
  const stream = await (await saving).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  expect(text).not.toContain('ts_live_');
  expect((JSON.parse(text) as {log: {entries: unknown[]}}).log.entries).toHaveLength(3);
});

test('a request is copied as cURL and as a bug report, masked unless asked', async ({preview, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await preview.open();
  await row(page, 'Invalid timestamp').click();
  const copyAs = async (title: string, ending = '.') => {
    await page.getByRole('button', {name: 'Copy', exact: true}).click();
    await page.getByRole('button', {name: `Copy as ${title}`, exact: true}).click();
    await expect(page.getByRole('status')).toContainText(`Copied as ${title}${ending}`);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copyAs('Markdown bug report')).toContain('20-11-23T22:28:55.111Z');
  expect(await copyAs('cURL')).toContain('curl https://api.app.thrivestack.ai/api/track');
  await page.getByRole('button', {name: 'Copy', exact: true}).click();
  await page.getByLabel('Include credentials').check();
  await page.keyboard.press('Escape');
  expect(await copyAs('fetch', ', with credentials.')).toContain('ts_live_51Hq0fkeJw9aVd3x');
  // The choice applies to one copy only.
  expect(await copyAs('fetch')).not.toContain('ts_live_51Hq0fkeJw9aVd3x');
  // It does not apply to another request either.
  await page.getByRole('button', {name: 'Copy', exact: true}).click();
  await page.getByLabel('Include credentials').check();
  await page.keyboard.press('Escape');
  await row(page, 'group_enriched').first().click();
  expect(await copyAs('fetch')).not.toContain('ts_live_51Hq0fkeJw9aVd3x');
});
