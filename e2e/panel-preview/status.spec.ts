import type {Page} from 'playwright/test';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

const capture = (page: Page) => page.locator('.status-capture');
const counts = (page: Page) => page.locator('.status-counts');

interface State {
  parameters?: Record<string, string>;
  act?(page: Page): Promise<void>;
  /** The text after “background capture:”. */
  told: string;
  /** The text of the banner; '' if there is none. */
  banner?: string;
}

const states: Record<string, State> = {
  'all is well': {told: 'on'},
  'nothing is known yet': {parameters: {late: ''}, told: 'connecting…'},
  'the site is not allowed': {
    parameters: {granted: 'none'},
    told: 'off for this site',
    banner: 'Background capture is off for https://app.acme.example.',
  },
  'the extension was updated': {
    parameters: {capture: 'updated'},
    told: 'extension updated',
    banner: 'The extension was updated. Close and reopen DevTools to continue. Captured requests are kept.',
  },
  'the extension does not respond': {
    parameters: {capture: 'silent'},
    told: 'not responding',
    banner:
      'The extension is not responding: Could not establish connection. Receiving end does not exist. Only requests that DevTools shows are captured.',
  },
  'the log cannot be written': {
    act: (page) =>
      page.evaluate(() => window.preview.emit({type: 'storage-trouble', message: 'The disk is full.'})),
    told: 'storage error',
    banner: 'The disk is full.',
  },
  'recording is off': {
    act: (page) => page.getByRole('button', {name: 'Record', exact: true}).click(),
    told: 'paused',
  },
};

for (const [what, {parameters = {}, act, told, banner = ''}] of Object.entries(states)) {
  // Other tests show the status bar in both themes.
  for (const theme of banner === '' ? (['light'] as const) : (['light', 'dark'] as const)) {
    test(`${what}: status bar and banner say so, ${theme}`, async ({preview}) => {
      const page = await preview.open({theme, width: 450, parameters});
      await act?.(page);
      await expect(capture(page)).toHaveText(`background capture: ${told}`);
      await expect(page.locator('.banner p')).toHaveText(
        banner === '' ? [] : [new RegExp(`^${toPattern(banner)}`)],
      );
      await loadAxe(page);
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(450);
    });
  }
}

test('a background that answers again ends its banner', async ({preview}) => {
  const page = await preview.open({parameters: {capture: 'silent'}});
  const again = page.getByRole('button', {name: 'Try again'});
  await again.click();
  await expect(page.getByRole('alert')).toContainText('The extension is not responding');
  await page.evaluate(() => window.preview.answer());
  await again.click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(capture(page)).toHaveText('background capture: on');
});

test('a log that can be written again ends its banner', async ({preview}) => {
  const page = await preview.open();
  await page.evaluate(() => window.preview.emit({type: 'storage-trouble', message: 'The disk is full.'}));
  await expect(page.getByRole('alert')).toContainText('The disk is full.');
  await page.evaluate(() => window.preview.emit({type: 'storage-trouble', message: null}));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(capture(page)).toHaveText('background capture: on');
});

test('the status bar counts what is listed, of how many, and what was dropped', async ({preview}) => {
  const page = await preview.open();
  await expect(counts(page)).toHaveText(/^13 requests · [\d,]+ events · \d+ errors · \d+ warnings$/);
  await page.getByLabel('Filter', {exact: true}).fill('name:group_enriched');
  await expect(counts(page)).toHaveText(/^2 of 13 requests · 2 of [\d,]+ events · /);
  await page.getByLabel('Filter', {exact: true}).fill('no such event');
  await expect(counts(page)).toHaveText(/^0 of 13 requests · 0 of [\d,]+ events · 0 of/);
  await page.getByLabel('Filter', {exact: true}).fill('');
  await page.evaluate(() => window.preview.emit({type: 'dropped', tabId: 7, count: 1200}));
  await expect(counts(page)).toContainText(' · 1,200 oldest dropped');
  await page.evaluate(() => window.preview.emit({type: 'dropped', tabId: 8, count: 5}));
  await expect(counts(page)).toContainText(' · 1,200 oldest dropped');
});

function toPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
