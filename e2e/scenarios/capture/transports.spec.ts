import {textOf} from '../../setup/surface';
import {expect, type Inspector, test} from '../steps/inspector';
import {type Cell, leavingCells, pageCells, proxiedCells, troubleCells} from '../transports/cells';
import {describeRecord} from '../transports/describe-record';
import {findClosedOrigin} from '../transports/find-closed-origin';
import {readRecords} from '../transports/read-records';
import {
  filterWays,
  installProxy,
  leaveSending,
  openTransports,
  readText,
  sendOne,
  startOne,
} from '../transports/visit-cells';

declare const chrome: {devtools: {inspectedWindow: {tabId: number}}};
declare const abortSending: () => void;

const allCells = [...pageCells, ...troubleCells, ...proxiedCells, ...leavingCells];

// The host that cannot be reached while the browser is offline needs a permission too.
test.use({grants: ['*://*/*']});

test('every way to send is captured once, with its bytes, its place and its outcome', async ({inspector}) => {
  test.setTimeout(300_000);
  const {browser, page, site, panel, api} = inspector;
  const tabId = await panel.evaluate(() => chrome.devtools.inspectedWindow.tabId);
  const siteOrigins = [site.url, site.url.replace('127.0.0.1', 'localhost')];
  await openTransports(page, `${site.url}/transports.html`);
  const text = Buffer.from(await readText(page));
  const ways = await filterWays(
    page,
    allCells.map(({way}) => way),
  );
  const cells = allCells.filter(({way}) => ways.includes(way));
  const run = (some: readonly Cell[]) => some.filter((cell) => cells.includes(cell));

  for (const cell of run(pageCells)) await sendOne(page, {way: cell.way, url: toUrl(api.url, cell)});
  await makeTrouble(inspector, run(troubleCells));
  await installProxy(page);
  await openTransports(page, `${site.url}/proxied/transports.html`);
  for (const cell of run(proxiedCells)) await sendOne(page, {way: cell.way, url: toUrl(api.url, cell)});
  await openTransports(page, `${site.url}/transports.html`);
  const leaving = run(leavingCells);
  await leaveSending(
    page,
    leaving.map((cell) => ({way: cell.way, url: toUrl(api.url, cell)})),
  );

  const expected = cells.flatMap((cell) => toRows(cell, browser.name).map((row) => `${toKey(cell)}: ${row}`));
  await expect
    .poll(
      async () => {
        const records = await readRecords(panel);
        const describe = (cell: Cell) =>
          records
            .filter(({url}) => isOf(url, cell))
            .map((record) => {
              const bytes = api.received.find(({url}) => isOf(url, cell))?.body ?? text;
              const row = describeRecord(record, {tabId, siteOrigins, bytes});
              return `${toKey(cell)}: ${leaving.includes(cell) ? forgetRaces(row) : row}`;
            });
        return allCells.flatMap(describe);
      },
      {timeout: 30_000},
    )
    .toEqual(expected);
  for (const cell of leaving) expect(api.received.filter(({url}) => isOf(url, cell))).toHaveLength(1);
  const records = await readRecords(panel);
  const isOther = ({url}: {url: string}) => !allCells.some((cell) => isOf(url, cell));
  expect(records.filter(isOther), 'of anything else, what the server received').toHaveLength(
    api.received.filter(isOther).length,
  );
  await expect.poll(() => textOf(panel, {css: '.status-counts'})).toContain(`${records.length} requests`);
});

/**
 * For a request that is sent just before its page closes, it is not predictable whether the browser still receives the
 * response, nor on a busy machine whether Chromium still knows the page: otherwise it reports only the origin, as of a
 * worker.
 */
function forgetRaces(row: string): string {
  return row
    .replace(' · worker · ', ' · page · ')
    .replace(/(200|401|unknown|failed \((net::ERR_ABORTED|NS_BINDING_ABORTED)\))$/, 'ended');
}

function toKey({way, name}: Cell): string {
  return name === undefined ? way : `${way}, ${name}`;
}

function toRows({rows}: Cell, browser: 'chromium' | 'firefox'): readonly string[] {
  return 'chromium' in rows ? rows[browser] : rows;
}

function toUrl(origin: string, cell: Cell): string {
  const url = new URL('/api/track', origin);
  url.searchParams.set('cell', toKey(cell));
  for (const [name, value] of Object.entries(cell.query ?? {})) url.searchParams.set(name, value);
  return url.href;
}

function isOf(url: string, cell: Cell): boolean {
  return new URL(url, 'http://server').searchParams.get('cell') === toKey(cell);
}

async function makeTrouble(inspector: Inspector, cells: readonly Cell[]): Promise<void> {
  const {browser, page, api} = inspector;
  for (const cell of cells) {
    const order = {way: cell.way, url: toUrl(api.url, cell)};
    if (cell.name === 'aborted') await abort(inspector, cell, order);
    else if (cell.name === 'refused')
      await sendOne(page, {...order, url: toUrl(await findClosedOrigin(), cell)});
    else if (cell.name === 'offline') {
      await browser.setOffline(true);
      await sendOne(page, {...order, url: toUrl('http://elsewhere.example.test', cell)});
      await browser.setOffline(false);
    } else await sendOne(page, order);
  }
}

/** The page aborts the request once the server has received it; the server responds after the browser has aborted it too. */
async function abort(
  {page, panel, api}: Inspector,
  cell: Cell,
  order: {way: string; url: string},
): Promise<void> {
  const hanging = api.behave({hang: true, match: ({url}) => order.url.endsWith(url)});
  await startOne(page, order);
  await api.waitFor(({url}) => order.url.endsWith(url), 30_000);
  await page.evaluate(() => abortSending());
  const stateOf = async () => (await readRecords(panel)).find(({url}) => isOf(url, cell))?.state;
  await expect.poll(stateOf, {message: 'the state of the aborted request'}).toBe('failed');
  hanging.release();
}
