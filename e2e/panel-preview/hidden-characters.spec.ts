import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

/** What turns the direction of writing, drives a terminal or passes unseen: in every name and value of a request. */
const hidden = '\u202e\u2066\u061c\u200b\u001b\u009b\ufeff';

test('no character that cannot be seen goes unmarked, in any tab', async ({preview}) => {
  const page = await preview.open();
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

/** Texts and accessible names that hold one of them raw. */
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
