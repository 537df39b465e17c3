import type {Locator, Page} from 'playwright/test';
import {harOf} from '../scenarios/steps/controls/samples';
import {expect, test} from './open-preview';

/** Characters that change the text direction, control a terminal or are invisible, in every name and value of a request. */
const hidden = '\u202e\u2066\u061c\u200b\u001b\u009b\ufeff';

test('no character that cannot be seen goes unmarked, in any tab', async ({preview}) => {
  const page = await preview.open();
  const event = await putHidden(page);
  expect(await findUnmarked(page), 'the list').toEqual([]);
  await event.click();
  for (const [name, shows] of [
    ['Event', 'key\\u202e'],
    ['Issues', 'time\\u202e'],
    ['Request', 'header\\u202e'],
    ['Response', 'said\\u202e'],
    ['Edit', 'key'],
  ] as const) {
    await page.getByRole('tab', {name}).click();
    await expect(page.getByRole('tabpanel')).toContainText(shows);
    await page.getByText('Loading').waitFor({state: 'detached'});
    expect(await findUnmarked(page), name).toEqual([]);
  }
  await expect(page.locator('.cm-specialChar').first()).toBeVisible();
});

const list = (page: Page) => page.getByRole('treegrid', {name: 'Captured requests'});
const filter = (page: Page) => page.getByRole('combobox', {name: 'Filter'});

/** Views that show names and values of a request besides its tabs; each is opened for a selected event. */
const panes: Record<string, (page: Page, event: Locator) => Promise<void>> = {
  'the menu of a row': async (_, event) => event.click({button: 'right'}),
  'what completes a value': async (page) => {
    await filter(page).pressSequentially('event:name');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'what completes the name of a property': async (page) => {
    await filter(page).pressSequentially('prop:key');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  coverage: async (page) => {
    await page.keyboard.press('c');
    const row = page.getByRole('row', {name: /^name/}).first();
    await row.click();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('key', {exact: false}).first()).toBeVisible();
  },
  'a comparison': async (page) => {
    await page.keyboard.press('Space');
    await list(page).locator('[role=row]', {hasText: 'signed_up'}).first().click();
    await page.getByRole('button', {name: 'Compare', exact: true}).click();
    await expect(page.getByRole('region', {name: 'Comparison'})).toContainText('name');
  },
  'what would be sent again': async (page) => {
    await filter(page).fill('event:name');
    await page.getByRole('button', {name: 'Export, resend, import'}).click();
    await page.getByRole('button', {name: 'Resend filtered requests…'}).click();
    await expect(page.locator('.resend')).toContainText('request');
  },
  'a golden session': async (page) => {
    await page.getByRole('button', {name: 'Export, resend, import'}).click();
    const golden = `{"golden": 1, "events": [{"protocol": "thrivestack", "call": null, "name": ${JSON.stringify(`gone${hidden}`)}, "event": {"a${hidden.replace('\u001b', '')}": 1}}]}`;
    const file = {name: `flow${hidden}.json`, mimeType: 'application/json', buffer: Buffer.from(golden)};
    await page.getByLabel('Golden session file').setInputFiles(file);
    await expect(page.getByRole('region', {name: 'Differences from the golden session'})).toContainText(
      'gone',
    );
  },
  'an import': async (page) => {
    await page.getByRole('button', {name: 'Export, resend, import'}).click();
    const file = {
      name: `file${hidden}.har`,
      mimeType: 'application/json',
      buffer: Buffer.from(harOf('imported').text),
    };
    await page.getByLabel('HAR or NDJSON file').setInputFiles(file);
    await expect(page.locator('.toast')).toContainText('Imported');
    await filter(page).fill('event:imported');
    await expect(list(page)).toContainText('Imported from');
  },
  'the headers that are sent': async (page) => {
    await page.getByRole('tab', {name: 'Edit'}).click();
    await page.getByRole('radio', {name: 'Headers'}).check();
    await expect(page.getByRole('tabpanel')).toContainText('x-name');
  },
  'what changed': async (page) => {
    await page.getByRole('tab', {name: 'Edit'}).click();
    await page.getByRole('button', {name: /^Fix/}).first().click();
    await page.getByRole('radio', {name: 'Changes'}).check();
  },
  'the fixes': async (page) => {
    await page.getByRole('tab', {name: 'Edit'}).click();
    await page.getByRole('button', {name: /^Fix/}).first().click();
  },
};

for (const [what, open] of Object.entries(panes)) {
  test(`no character that cannot be seen goes unmarked in ${what}`, async ({preview}) => {
    const page = await preview.open();
    const event = await putHidden(page);
    await event.click();
    await open(page, event);
    expect(await findUnmarked(page)).toEqual([]);
  });
}

/** Adds a batch of two events to the log whose texts contain all of these characters. */
async function putHidden(page: Page): Promise<Locator> {
  await page.evaluate(async (text) => {
    const [request] = window.preview.buildVisit();
    if (!request) return;
    const event = {
      event_name: `name${text}`,
      user_id: `user${text}`,
      timestamp: `time${text}`,
      properties: {[`key${text}`]: `value${text}`, nested: {[`inner${text}`]: [`item${text}`]}},
      context: {group_id: `group${text}`},
    };
    await window.preview.log.put({
      ...request,
      id: 'hidden',
      startedAt: (request.startedAt ?? 0) + 3_600_000,
      headers: {
        state: 'known',
        list: [
          {name: 'content-type', value: 'application/json'},
          {name: `x-name${text}`, value: `header${text}`},
        ],
      },
      body: {kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify([event, event], null, 1))},
      origin: {...request.origin, pageUrl: `https://app.example.test/page${text}`},
      outcome: {
        state: 'answered',
        status: 400,
        statusText: `Bad${text}`,
        headers: {state: 'known', list: [{name: `x-answer${text}`, value: `answer${text}`}]},
        body: {kind: 'text', text: JSON.stringify({message: `said${text}`, warnings: [`warned${text}`]})},
        endedAt: null,
      },
    });
  }, hidden);
  const event = page.locator('[role=row][aria-level="3"]', {hasText: 'name\\u202e'}).first();
  await expect(event).toBeVisible();
  return event;
}

/** Texts and accessible names that contain one of them unescaped. */
async function findUnmarked(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const raw = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u061c\u200b\u200e\u200f\ufeff]/u;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[title], [aria-label]')) {
      texts.push(element.getAttribute('title') ?? '', element.getAttribute('aria-label') ?? '');
    }
    return texts.filter((text) => raw.test(text.replace(/[\t\n]/g, ''))).map((text) => JSON.stringify(text));
  });
}
