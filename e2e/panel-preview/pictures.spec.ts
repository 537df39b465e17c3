import type {Page, TestInfo} from 'playwright/test';
import {expect, test} from './open-preview';

const row = (page: Page, text: string) => page.locator('[role=row]', {hasText: text}).first();

/** Records besides those of the visit: two of a recording, a beacon of a page that was left, and an aborted request. */
async function addOthers(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [first, second] = window.preview.buildVisit();
    if (!first || !second) throw new Error('The visit is empty.');
    const imported = {id: 'import-1', file: 'checkout-2026-11-28.har'};
    const ended = (first.startedAt ?? 0) + 60_000;
    const origin = {...first.origin, type: 'ping'};
    await window.preview.log.put({...first, id: 'i1', imported, seenBy: ['import']});
    await window.preview.log.put({...second, id: 'i2', imported, seenBy: ['import']});
    await window.preview.log.put({
      ...first,
      id: 'left',
      startedAt: ended,
      origin,
      outcome: {
        state: 'unknown',
        reason: 'Sent, but the page was unloaded before a response was captured.',
        endedAt: ended,
      },
    });
    await window.preview.log.put({
      ...first,
      id: 'aborted',
      startedAt: ended + 1,
      outcome: {state: 'failed', error: 'net::ERR_ABORTED', endedAt: ended + 20},
    });
  });
  await expect(page.locator('.status-counts')).toContainText('17 requests');
}

async function failToImport(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Export, resend, import'}).click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({name: 'broken.har', mimeType: 'application/json', buffer: Buffer.from('no HAR')});
  await expect(page.locator('.banner')).toContainText('This is not a HAR file');
}

const states: [name: string, show: (page: Page) => Promise<void>][] = [
  [
    'import beside live rows',
    async (page) => {
      await addOthers(page);
      await page.getByRole('treegrid').evaluate((list) => list.scrollTo(0, 0));
      await expect(row(page, 'Imported from checkout-2026-11-28.har')).toBeVisible();
    },
  ],
  [
    'failed beacon',
    async (page) => {
      await addOthers(page);
      await page.getByLabel('Filter', {exact: true}).fill('is:failed');
      await expect(page.locator('.status-counts')).toContainText(' of ');
      await row(page, 'failed').click();
      await page.getByRole('tab', {name: /Response/}).click();
    },
  ],
  [
    'filter counts',
    async (page) => {
      await addOthers(page);
      await page.getByLabel('Filter', {exact: true}).fill('name:signed');
      await expect(page.locator('.status-counts')).toContainText(' of ');
    },
  ],
  [
    'toast and banner',
    async (page) => {
      await failToImport(page);
      await page.getByRole('button', {name: 'Export, resend, import'}).click();
      await page.getByRole('button', {name: 'Export filtered requests as CSV'}).click();
      await expect(page.locator('.toast')).toContainText('Exported');
    },
  ],
  [
    'shortcuts',
    async (page) => {
      await page.getByRole('treegrid').focus();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toContainText('Go to the filter');
    },
  ],
  [
    '220 pixels of height',
    async (page) => {
      const {width} = page.viewportSize() ?? {width: 1280};
      await page.setViewportSize({width, height: 220});
      await row(page, 'invite_sent').click();
      await page.getByRole('tab', {name: 'Edit'}).click();
      const lines = () => page.evaluate(countLinesInSight);
      await expect.poll(lines, {message: 'the text begins in sight'}).toBeGreaterThan(0);
      await page.locator('.cm-content').focus();
      await expect.poll(lines, {message: 'what is typed is shown'}).toBeGreaterThan(1);
      await expect(page.getByRole('button', {name: /^Send/})).toBeInViewport({ratio: 1});
    },
  ],
  [
    'zoom of 150 %',
    async (page) => {
      await addOthers(page);
      const {width, height} = page.viewportSize() ?? {width: 1280, height: 520};
      await page.setViewportSize({width: Math.round(width / 1.5), height: Math.round(height / 1.5)});
      await row(page, 'invite_sent').click();
      await expect(page.getByRole('tablist')).toBeVisible();
    },
  ],
];

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    for (const [name, show] of states) {
      test(`${name} has its picture taken, ${theme}, ${width} pixels wide`, async ({preview}, testInfo) => {
        const page = await preview.open({theme, width});
        await show(page);
        await takePicture(page, `${name}-${theme}-${width}`, testInfo);
        const isTooWide = () =>
          document.documentElement.scrollWidth > document.documentElement.clientWidth ||
          document.documentElement.scrollHeight > document.documentElement.clientHeight;
        expect(await page.evaluate(isTooWide)).toBe(false);
      });
    }
  }
}

/** Runs in the page: lines of the draft that are not covered by anything, from their top to their bottom edge. */
function countLinesInSight(): number {
  return [...document.querySelectorAll('.cm-line')].filter((line) => {
    const {left, top, bottom} = line.getBoundingClientRect();
    return [top + 1, bottom - 1].every((y) => line.contains(document.elementFromPoint(left + 10, y)));
  }).length;
}

async function takePicture(page: Page, name: string, testInfo: TestInfo): Promise<void> {
  const path = testInfo.outputPath(`${name.replaceAll(/[^\w]+/g, '-')}.png`);
  await page.screenshot({path, scale: 'css'});
  await testInfo.attach(name, {path, contentType: 'image/png'});
}
