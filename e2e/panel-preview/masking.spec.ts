import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

const secrets = ['geheim-1', 'geheim-2', 'geheim-3', 'geheim-4', 'geheim-5'];

test('credentials in bodies, answers and fields are masked until somebody asks to see them', async ({
  preview,
}) => {
  const page = await preview.open();
  await page.evaluate(async ([key, password, token, nested, page]) => {
    const [request] = window.preview.buildVisit();
    if (!request) return;
    const event = {
      event_name: 'with_secrets',
      user_id: 'u1',
      writeKey: key,
      properties: {password, note: JSON.stringify({client_secret: nested})},
    };
    await window.preview.log.put({
      ...request,
      id: 'secrets',
      startedAt: (request.startedAt ?? 0) + 3_600_000,
      body: {kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify([event]))},
      origin: {...request.origin, pageUrl: `https://app.example.test/?token=secret-${page}`},
      outcome: {
        state: 'answered',
        status: 200,
        statusText: 'OK',
        headers: {state: 'known', list: []},
        body: {kind: 'text', text: JSON.stringify({success: true, refresh_token: token})},
        endedAt: null,
      },
    });
  }, secrets);
  await page.locator('[role=row]', {hasText: 'with_secrets'}).last().click();
  for (const [name, ofTab] of [
    ['Event', secrets.slice(0, 1)],
    ['Issues', []],
    ['Request', secrets.slice(0, 1)],
    ['Response', secrets.slice(2, 3)],
  ] as const) {
    await page.getByRole('tab', {name}).click();
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    expect(await findSecrets(page), name).toEqual([]);
    if (ofTab.length === 0) continue;
    await page.getByRole('button', {name: 'Show credentials'}).click();
    await expect(page.getByRole('tabpanel')).toContainText(ofTab[0] ?? '');
    await page.getByRole('button', {name: 'Mask credentials'}).click();
    await expect(page.getByRole('tabpanel')).toContainText('MASKED');
    expect(await findSecrets(page), `${name}, masked again`).toEqual([]);
  }
});

test('credentials that are shown of one request are masked in the next', async ({preview}) => {
  const page = await preview.open();
  await page.evaluate(async ([first, second]) => {
    const [request] = window.preview.buildVisit();
    if (!request) return;
    for (const [index, key] of [first, second].entries()) {
      const event = {event_name: `with_secret_${index}`, user_id: 'u1', writeKey: key};
      await window.preview.log.put({
        ...request,
        id: `secrets-${index}`,
        startedAt: (request.startedAt ?? 0) + 3_600_000 + index,
        body: {kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify([event]))},
      });
    }
  }, secrets);
  const row = (name: string) => page.locator('[role=row]', {hasText: name}).last();
  for (const tab of ['Event', 'Request']) {
    await row('with_secret_0').click();
    await page.getByRole('tab', {name: tab}).click();
    await page.getByRole('button', {name: 'Show credentials'}).click();
    await expect(page.getByRole('tabpanel')).toContainText(secrets[0] ?? '');
    await row('with_secret_1').click();
    await expect(page.getByRole('heading', {level: 2})).toContainText('with_secret_1');
    await expect(page.getByRole('tabpanel')).toContainText('MASKED');
    expect(await findSecrets(page), tab).toEqual([]);
  }
});

async function findSecrets(page: Page): Promise<string[]> {
  const html = await page.evaluate(() => document.body.innerHTML);
  return secrets.filter((secret) => html.includes(secret));
}
