import {countOf} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, test} from '../steps/inspector';
import {anEvent, row, send} from '../steps/steps';
import {type LoggedRequest, readRecords} from '../transports/read-records';
import {installProxy} from '../transports/visit-cells';

// A service worker that answers its page with another status or text than it received. Its own request is the one that
// went out, so that one counts.

interface Way {
  name: string;
  /** How the server and the worker answer. */
  query: string;
  /** The answer to the worker, or what the page received if the worker sent nothing. */
  shown: string;
  /** What the page received. */
  page: string;
}

const ways: Way[] = [
  {name: 'hidden', query: 'worker=202&status=500', shown: 'answered 500', page: 'answered 202 by the worker'},
  {name: 'invented', query: 'worker=503', shown: 'answered 200', page: 'answered 503 by the worker'},
  {name: 'lost', query: 'worker=202&drop=1', shown: 'failed', page: 'answered 202 by the worker'},
  {
    name: 'unsent',
    query: 'worker=202&unsent',
    shown: 'answered 202 by the worker',
    page: 'answered 202 by the worker',
  },
  // Slower than observers of one request may differ about its start.
  {name: 'begun_late', query: 'before=2500', shown: 'answered 200', page: 'answered 200'},
  {name: 'served_late', query: 'delay=2500', shown: 'answered 200', page: 'answered 200'},
  {
    name: 'answered_late',
    query: 'worker=202&after=2500',
    shown: 'answered 200',
    page: 'answered 202 by the worker',
  },
  {
    name: 'made_up_late',
    query: 'worker=202&unsent&before=2500',
    shown: 'answered 202 by the worker',
    page: 'answered 202 by the worker',
  },
  {name: 'down_at_once', query: 'drop=1', shown: 'failed', page: 'unknown'},
  {name: 'down_late', query: 'drop=1&delay=2500', shown: 'failed', page: 'unknown'},
];

for (const {observers, grants} of [
  {observers: 'webRequest and DevTools', grants: ['http://127.0.0.1/*', 'http://localhost/*']},
  {observers: 'DevTools alone', grants: []},
])
  test.describe(`by ${observers}`, () => {
    test.use({grants});

    test('a request that a service worker answers otherwise is one row, with the answer to the worker', async ({
      inspector,
    }) => {
      await fromQuietPage(inspector);
      const {browser, page, panel, api, site, endpoint} = inspector;
      await page.goto(`${site.url}/proxied/transports.html`);
      await installProxy(page);
      const before = api.received.length;
      for (const {name, query} of [...ways, {name: 'sent_last', query: ''}])
        await send(page, `${endpoint}?${query}`, {body: JSON.stringify([anEvent({event_name: name})])});
      await expect.poll(() => countOf(panel, row('sent_last'))).toBe(1);

      // Without webRequest, Firefox only shows what the page received.
      const isPageOnly = browser.name === 'firefox' && grants.length === 0;
      const expected = ways.map((way) => `${way.query}: ${isPageOnly ? way.page : way.shown}`);
      await expect
        .poll(async () => {
          const records = await readRecords(panel);
          return records
            .filter(({url}) => ways.some(({query}) => url.endsWith(`?${query}`)))
            .map(describe)
            .sort();
        })
        .toEqual(expected.sort());
      // Firefox does not show the body of a request that its page got no response for.
      const named = ways.filter(({page}) => !isPageOnly || page !== 'unknown');
      for (const {name} of named) expect(await countOf(panel, row(name)), `rows of ${name}`).toBe(1);
      expect(api.received.length - before, 'what the server received').toBe(
        // One was sent last.
        ways.filter(({query}) => !query.includes('unsent')).length + 1,
      );
    });
  });

function describe({url, state, status, answer}: LoggedRequest): string {
  const query = url.slice(url.indexOf('?') + 1);
  // Firefox does not report the status of a response that broke off.
  const told = state === 'answered' ? `answered ${status}` : state;
  return `${query}: ${told}${answer?.includes('the worker') ? ' by the worker' : ''}`;
}
