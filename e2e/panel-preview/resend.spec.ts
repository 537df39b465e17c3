import type {Page} from 'playwright/test';
import {holdLog} from './hold-log';
import {expect, test} from './open-preview';

const pane = (page: Page) => page.locator('.resend');
const items = (page: Page, list: string) => pane(page).getByRole('list', {name: list}).getByRole('listitem');

async function openResend(page: Page, filter = ''): Promise<void> {
  await page.getByLabel('Filter', {exact: true}).fill(filter);
  await page.getByRole('button', {name: 'Export, resend, import'}).click();
  await page.getByRole('button', {name: 'Resend filtered requests…'}).click();
}

test('what would be sent again is counted, with where it goes, what does not go and why', async ({
  preview,
}) => {
  const page = await preview.open();
  await openResend(page);
  await expect(pane(page).getByRole('status')).toHaveText(
    /^11 requests with 1,0\d\d events, in their original order\. They are sent as captured, without your edits\.$/,
  );
  await expect(items(page, 'Destinations')).toHaveText([
    /^https:\/\/api\.app\.thrivestack\.ai 11 requests, 1,0\d\d events$/,
  ]);
  await expect(items(page, 'Not sent')).toHaveText([
    /^Not sent: body unavailable\. The body was a Blob/,
    'Not sent: invite_sent. It is a replay of a request that is also listed.',
  ]);
  await expect(items(page, 'Notes')).toHaveText([
    '1 request: Its events cannot be read. It is sent as captured.',
  ]);
  await expect(pane(page).getByRole('button', {name: 'Send 11 requests'})).toBeEnabled();
});

test('where nothing can be sent again, the button says so', async ({preview}) => {
  const page = await preview.open();
  await openResend(page, 'is:pinned');
  await expect(pane(page).getByRole('status')).toHaveText('None of these requests can be sent.');
  await expect(items(page, 'Not sent')).toHaveCount(1);
  await expect(items(page, 'Destinations')).toHaveCount(0);
  await expect(pane(page).getByRole('button', {name: 'Send 0 requests'})).toBeDisabled();
});

test('a target that the extension may not reach is named, and can be allowed', async ({preview}) => {
  const page = await preview.open({parameters: {granted: 'none'}});
  await page.evaluate(() => {
    const {settings} = window.preview;
    const target = {name: 'Staging', baseUrl: 'https://staging.acme.example', production: false};
    settings.value = {...settings.value, replay: {...settings.value.replay, targets: [target]}};
  });
  await openResend(page, 'name:group_enriched');
  await pane(page).getByLabel('Target', {exact: true}).selectOption('Staging');
  await expect(items(page, 'Not sent')).toHaveText([
    /^Not sent: 2 requests \(.+\)\. The extension is not allowed to send to https:\/\/staging\.acme\.example yet\.$/,
  ]);
  await pane(page)
    .getByRole('button', {name: /staging\.acme\.example/})
    .click();
  await expect(items(page, 'Not sent')).toHaveCount(0);
  await expect(items(page, 'Destinations')).toHaveText([/^https:\/\/staging\.acme\.example 2 requests/]);
});

test('reading many requests shows how far it is', async ({preview}) => {
  const page = await preview.open({parameters: {load: '2000'}});
  const release = await holdLog(page);
  await openResend(page);
  await expect(pane(page).getByRole('status')).toHaveText('Reading 0 of 100 requests…');
  await release();
  await expect(pane(page).getByRole('status')).toHaveText(/^100 requests with 2,000 events, /);
});

test('a question is withdrawn when another target is chosen: it named the former one', async ({preview}) => {
  const page = await preview.open();
  await page.evaluate(() => {
    const {settings} = window.preview;
    const targets = ['live', 'other'].map((name) => {
      return {name, baseUrl: `https://${name}.acme.example`, production: true};
    });
    settings.value = {...settings.value, replay: {...settings.value.replay, targets}};
  });
  await openResend(page, 'signed_up');
  const target = pane(page).getByLabel('Target', {exact: true});
  const question = page.getByRole('alertdialog');
  await target.selectOption('https://live.acme.example');
  await pane(page)
    .getByRole('button', {name: /^Send \d+ request/})
    .click();
  await expect(question).toContainText('live is a production target.');
  await target.selectOption('https://other.acme.example');
  await expect(question).toHaveCount(0);
  await pane(page)
    .getByRole('button', {name: /^Send \d+ request/})
    .click();
  await expect(question).toContainText('other is a production target.');
});
