import type {Panel} from '../../setup/browser-driver';
import type {ReceivedRequest} from '../../track-api/received-request';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, type Inspector, test} from '../steps/inspector';
import {readShown} from '../steps/read-shown';
import {toSha256} from '../transports/describe-record';
import {findClosedOrigin} from '../transports/find-closed-origin';
import {allowSending, openLoadPage, readCounts} from '../transports/load-page';
import {countPending, type LoggedRequest, readRecords} from '../transports/read-records';

const refusedEvery = 100;

// Peak memory includes everything the browser has done.
test.use({ownBrowser: true});

test('400 requests of four frames are captured, each once and byte for byte', async ({inspector}) => {
  test.setTimeout(180_000);
  await expectLoad(inspector, 400);
});

test('10,000 requests of four frames are captured, each once and byte for byte @long', async ({
  inspector,
}) => {
  await expectLoad(inspector, 10_000);
});

async function expectLoad(inspector: Inspector, count: number): Promise<void> {
  const {browser, page, site, panel, api, endpoint} = inspector;
  const closed = `${await findClosedOrigin()}/api/track`;
  await fromQuietPage(inspector);
  await openLoadPage(page, site.url, {endpoint, closed, count, inFlight: 4, refusedEvery});
  const started = Date.now();
  await allowSending(page, count);
  const shown = await watchRows(inspector, count);
  const toSeconds = () => ((Date.now() - started) / 1000).toFixed(1);
  const sent = toSeconds();
  const {refused} = await readCounts(page);
  expect(refused, 'the page heard of these refusals').toBe(count / refusedEvery);
  expect(shown.filter((rows) => rows > 0 && rows < count).length, 'rows are shown meanwhile').toBeGreaterThan(
    0,
  );
  expect(Math.max(...shown), 'never more than were sent').toBeLessThanOrEqual(count);

  await expect.poll(async () => (await readShown(panel)).requests, {timeout: 120_000}).toBe(count);
  const listed = toSeconds();
  const records = await readSettled(panel);
  expect(records, 'each request has one record').toHaveLength(count);
  expect(new Set(records.map(({url}) => url)).size, 'each address has one record').toBe(count);
  expect((await readShown(panel)).requests, 'and one row').toBe(count);
  expect(toSums(records.filter(({state}) => state === 'answered'))).toEqual(
    toSums(api.received.filter(isOfLoad).map(toComparable)),
  );
  const failed = records.filter(({state}) => state === 'failed');
  expect(failed).toHaveLength(refused);
  expect(failed.filter(({url}) => url.startsWith(closed))).toHaveLength(refused);

  const peak = await browser.readPeakMemory();
  console.log(
    `${browser.name}: ${count} requests in ${sent} s, all listed after ${listed} s; the extension's processes had at most ` +
      `${peak === null ? 'an unknown amount of memory' : `${Math.round(peak / 1_048_576)} MiB`}.`,
  );
}

/** The number of rows that the panel showed, read repeatedly until the page was done. */
async function watchRows({page, panel}: Inspector, count: number): Promise<number[]> {
  const shown: number[] = [];
  await expect
    .poll(
      async () => {
        shown.push((await readShown(panel)).requests);
        return (await readCounts(page)).ended;
      },
      {timeout: 20 * 60_000, intervals: [50, 100, 250]},
    )
    .toBe(count);
  return shown;
}

async function readSettled(panel: Panel): Promise<LoggedRequest[]> {
  await expect.poll(() => countPending(panel), {timeout: 120_000}).toBe(0);
  return (await readRecords(panel)).filter(isOfLoad);
}

function isOfLoad({url}: {url: string}): boolean {
  return url.includes('?load=');
}

function toComparable({url, body}: ReceivedRequest) {
  return {url, body: {sha256: toSha256(body)}};
}

/** Address and hash, sorted. */
function toSums(requests: readonly {url: string; body: {sha256: string | null}}[]): string[] {
  return requests.map(({url, body}) => `${new URL(url, 'http://server').search} ${body.sha256}`).sort();
}
