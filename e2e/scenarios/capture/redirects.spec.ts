import {countOf} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, type Inspector, test} from '../steps/inspector';
import {anEvent, row} from '../steps/steps';
import {readRecords} from '../transports/read-records';

/** How a page handles a redirect, and the number of requests that result. */
const ways: {
  name: string;
  query: string;
  init: {redirect?: RequestRedirect; giveUpAfter?: number};
  sent: number;
}[] = [
  {name: 'left_alone', query: '', init: {redirect: 'manual'}, sent: 1},
  {name: 'forbidden', query: '', init: {redirect: 'error'}, sent: 1},
  {name: 'followed', query: '', init: {}, sent: 2},
  {name: 'given_up', query: '&delay=10000', init: {giveUpAfter: 1_500}, sent: 2},
];

test('a redirect is as many requests as are sent for it', meetRedirects);

test.describe('over HTTP/2, and by DevTools alone', () => {
  test.use({underVendorHost: true, grants: []});

  test('a redirect is as many requests as are sent for it', meetRedirects);
});

async function meetRedirects({inspector}: {inspector: Inspector}): Promise<void> {
  await fromQuietPage(inspector);
  const {browser, page, panel, api, endpoint} = inspector;
  const before = api.received.length;
  for (const {name, query, init} of ways) {
    const to = `/api/track?reached=${name}${query}`;
    await page.evaluate(sendTo, {
      url: `${endpoint}?redirect=307&location=${encodeURIComponent(to)}&first=${name}`,
      body: JSON.stringify([anEvent({event_name: name})]),
      ...init,
    });
  }
  await page.evaluate(sendTo, {url: endpoint, body: JSON.stringify([anEvent({event_name: 'sent_last'})])});
  await expect.poll(() => countOf(panel, row('sent_last'))).toBe(1);
  const total = ways.reduce((sum, {sent}) => sum + sent, 1);
  expect(api.received.length - before, 'what the server receives').toBe(total);
  for (const {name, sent} of ways)
    await expect.poll(() => countOf(panel, row(name)), {message: `rows of ${name}`}).toBe(sent);
  await expect
    .poll(async () => (await readRecords(panel)).filter(({state}) => state === 'pending').length)
    .toBe(0);
  const records = await readRecords(panel);
  expect(records).toHaveLength(total);
  // Firefox continues a request that followed a redirect, and does not report anything until the server responds.
  const givenUp = records.find(({url}) => url.includes('?reached=given_up'));
  expect(givenUp?.state === 'answered', 'the answer that the page gave up').toBe(browser.name === 'firefox');
}

/** Runs in the page. */
async function sendTo({
  url,
  body,
  redirect,
  giveUpAfter,
}: {
  url: string;
  body: string;
  redirect?: RequestRedirect;
  giveUpAfter?: number;
}): Promise<void> {
  const init: RequestInit = {method: 'POST', body, headers: {'content-type': 'text/plain'}};
  if (redirect !== undefined) init.redirect = redirect;
  if (giveUpAfter !== undefined) init.signal = AbortSignal.timeout(giveUpAfter);
  try {
    await (await fetch(url, init)).text();
  } catch {
    // Not relevant to the test.
  }
}
