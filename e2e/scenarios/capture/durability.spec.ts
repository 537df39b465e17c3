import type {Page, Panel} from '../../setup/browser-driver';
import type {TrackApi} from '../../track-api/start-track-api';
import {expect, type Inspector, test} from '../steps/inspector';
import {createRandom} from '../transports/create-random';
import {toSha256} from '../transports/describe-record';
import {allowSending, openLoadPage, readCounts} from '../transports/load-page';
import {type LoggedRequest, listRecordIds, readRecords} from '../transports/read-records';

const count = 1_000;
/** The last requests are not disturbed: all of them must be captured as usual. */
const undisturbed = 100;
const stops = 20;
const reopenings = 5;

test('stopping the background and closing the panel costs nothing that was committed @long', async ({
  inspector,
}) => {
  const {browser, page, site, api, endpoint} = inspector;
  const {seed, random} = createRandom(process.env.TEST_SEED);
  console.log(`${browser.name}: seed ${seed}`);
  await openLoadPage(page, site.url, {endpoint, closed: endpoint, count, inFlight: 2, refusedEvery: 0});
  const {panel, committed} = await disturb(inspector, random);
  await waitUntilEnded(page, count - undisturbed);
  await readAtRest(panel);
  const before = new Set(api.received.map(({url}) => url));
  await allowSending(page, count);
  await waitUntilEnded(page, count);

  const records = await readAtRest(panel);
  console.log(`${browser.name}: ${JSON.stringify(countLosses(records))}`);
  const urls = records.map(({url}) => url);
  const double = records.filter(({url}) => urls.indexOf(url) !== urls.lastIndexOf(url));
  expect(double.map(toLine), 'nothing is double').toEqual([]);
  expect(findDamaged(records, api).map(toLine), 'what is there is what was sent').toEqual([]);
  const ids = new Set((await readRecords(panel)).map(({id}) => id));
  expect(
    committed.filter((id) => !ids.has(id)),
    'what was committed is there',
  ).toEqual([]);
  const last = records.filter(({url}) => !before.has(toPath(url)));
  expect(last).toHaveLength(undisturbed);
  const missed = last.filter(
    ({seenBy, state, body}) =>
      !seenBy.includes('web-request') || state !== 'answered' || body.sha256 === null,
  );
  expect(missed.map(toLine), 'afterwards all is captured as ever').toEqual([]);
});

interface Disturbed {
  /** The panel that was opened last. */
  panel: Panel;
  /** IDs of all records that were in the log whenever the background was stopped. */
  committed: string[];
}

/** Lets the page send, and sometimes stops the background, or closes the panel and opens it again. */
async function disturb({browser, page, panel}: Inspector, random: () => number): Promise<Disturbed> {
  const disturbances = [
    ...Array.from({length: stops}, () => 'stop'),
    ...Array.from({length: reopenings}, () => 'reopen'),
  ]
    .map((what) => ({what, at: Math.floor(random() * (count - undisturbed - 20))}))
    .sort((one, other) => one.at - other.at);
  const committed = new Set<string>();
  let open = panel;
  for (const {what, at} of disturbances) {
    // A few more requests are pending when it happens.
    await allowSending(page, at + 20);
    await waitUntilEnded(page, at);
    if (what === 'stop') {
      for (const id of await listRecordIds(open)) committed.add(id);
      await browser.stopBackground();
    } else {
      await open.close();
      open = await page.openPanel();
    }
  }
  await allowSending(page, count - undisturbed);
  return {panel: open, committed: [...committed]};
}

async function waitUntilEnded(page: Page, total: number): Promise<void> {
  await expect
    .poll(async () => (await readCounts(page)).ended, {intervals: [5, 10, 20], timeout: 300_000})
    .toBeGreaterThanOrEqual(total);
}

/** The records after they have not changed for a while. */
async function readAtRest(panel: Panel): Promise<LoggedRequest[]> {
  let before = '';
  let records: LoggedRequest[] = [];
  const isAtRest = async () => {
    records = (await readRecords(panel)).filter(({url}) => url.includes('?load='));
    const now = JSON.stringify(records);
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(isAtRest, {intervals: [2_000], timeout: 120_000}).toBe(true);
  return records;
}

/** What each observer saw, and what no observer saw: a request sent exactly when the background stopped. */
function countLosses(records: readonly LoggedRequest[]): Record<string, number> {
  const seenBy = (...observers: string[]) =>
    records.filter((record) => observers.every((one) => record.seenBy.includes(one))).length;
  return {
    byWebRequest: seenBy('web-request'),
    byDevToolsOnly: records.length - seenBy('web-request'),
    byBoth: seenBy('web-request', 'har'),
    withoutBody: records.filter(({body}) => body.kind === 'missing').length,
    withoutEnd: records.filter(({state}) => state === 'pending').length,
    lost: count - records.length,
  };
}

/** Records whose bytes differ from those the server received. A body that was not seen must be reported as missing. */
function findDamaged(records: readonly LoggedRequest[], api: TrackApi): LoggedRequest[] {
  const sums = new Map(api.received.map(({url, body}) => [url, toSha256(body)]));
  return records.filter(({url, body}) => body.kind !== 'missing' && body.sha256 !== sums.get(toPath(url)));
}

function toLine({url, startedAt, seenBy, requestIds, state, body}: LoggedRequest): string {
  return `${toPath(url)} ${startedAt} ${seenBy} ${requestIds} ${state} ${body.kind} ${body.size}`;
}

function toPath(url: string): string {
  const {pathname, search} = new URL(url);
  return pathname + search;
}
