import {click} from '../../setup/surface';
import {expect, type Inspector, test} from '../steps/inspector';
import {runAsPageScript} from '../steps/run-as-page-script';
import {apiKey, expectText, row, send, tab} from '../steps/steps';
import {toSha256} from '../transports/describe-record';
import {describeSenders} from '../transports/describe-senders';
import {type LoggedRequest, readRecords} from '../transports/read-records';
import {leaveSending, openTransports, sendOne} from '../transports/visit-cells';

const blobWays = ['beacon-blob', 'fetch-keepalive-blob'];

test('the page hook, switched on in the panel, brings the Blobs of a page’s last moment', async ({
  inspector,
}) => {
  const {browser, panel, api} = inspector;
  const bytesWithout = browser.name === 'chromium' ? 'missing' : 'bytes';
  await leaveWithBlobs(inspector, 'off');
  await expect
    .poll(async () => (await readVisit(inspector, 'off')).map(({body}) => body.kind))
    .toEqual([bytesWithout, bytesWithout]);

  await switchOn(inspector);
  await click(panel, {role: 'button', name: 'Clear'});
  await leaveWithBlobs(inspector, 'on');
  const isOfVisit = ({url}: {url: string}) => url.includes('visit=on');
  await expect.poll(() => api.received.filter(isOfVisit).length, {message: 'both arrive'}).toBe(2);
  const expected = api.received.filter(isOfVisit).map(({url, body}) => {
    const way = new URL(url, api.url).searchParams.get('way');
    const note = browser.name === 'chromium' ? 'reported by the page' : 'as sent';
    return `${way} ${toSha256(body)} ${note} hook,web-request`;
  });
  await expect
    .poll(async () => (await readVisit(inspector, 'on')).map(toLine).sort())
    .toEqual(expected.sort());
  await click(panel, row('note_written'));
  await click(panel, tab('Request'));
  await expectText(panel, {role: 'tabpanel'}, 'page hook (reported by the page)');
});

test('the page hook tells of what the page’s own policy never let out', async ({inspector}) => {
  const {page, site, panel, api, endpoint} = inspector;
  await switchOn(inspector);
  await page.goto(`${site.url}/left.html?csp=${encodeURIComponent("connect-src 'self'")}`);
  await send(page, `${endpoint}?visit=blocked`, {body: '[{"event_name":"never_left"}]'});
  await expectText(panel, row('never_left'), 'failed');
  await click(panel, row('never_left'));
  await click(panel, tab('Response'));
  await expectText(panel, {role: 'tabpanel'}, 'Blocked by the page’s own policy (connect-src)');
  expect(api.received.filter(({url}) => url.includes('visit=blocked'))).toEqual([]);
});

test('what the browser refuses at once is not shown as sent, though the hook reports it', async ({
  inspector,
}) => {
  const {page, site, panel, api, endpoint} = inspector;
  await switchOn(inspector);
  await runAsPageScript(page, sendRefused, `${endpoint}?visit=refused`);
  const readStates = async (visit: string) => (await readVisit(inspector, visit)).map(({state}) => state);
  await expect.poll(() => readStates('refused')).toEqual(['unknown', 'unknown', 'unknown']);
  await click(panel, row('refused_thing'));
  await click(panel, tab('Response'));
  await expectText(panel, {role: 'tabpanel'}, 'It may not have been sent');

  await page.goto(`${site.url}/left.html?csp=${encodeURIComponent("connect-src 'self'")}`);
  await runAsPageScript(page, sendAtOnce, `${endpoint}?visit=blocked-blobs`);
  await expect.poll(() => readStates('blocked-blobs')).toEqual(['failed', 'failed', 'failed', 'failed']);
  await expectText(panel, row('blocked_text'), 'failed');
  expect(api.received.filter(({url}) => /refused|blocked/.test(url))).toEqual([]);
});

test('the page hook changes nothing that a page could notice of its senders', async ({inspector}) => {
  const {page, site, endpoint} = inspector;
  const describe = async () => {
    await page.goto(`${site.url}/left.html`);
    return await describeSenders(page, {endpoint, apiKey});
  };
  const without = await describe();
  expect(without.outcomes, 'the page reaches the server').toContain('fetch: 200');
  await switchOn(inspector);
  expect(await describe()).toEqual(without);
});

test('a page that breaks what the hook uses sends as ever, and the hook still tells of it', async ({
  inspector,
}) => {
  const {page, endpoint, api} = inspector;
  await switchOn(inspector);
  await runAsPageScript(page, breakAndSend, `${endpoint}?visit=broken`);
  await expect.poll(() => api.received.filter(({url}) => url.includes('visit=broken')).length).toBe(1);
  await expect
    .poll(async () => (await readVisit(inspector, 'broken')).map(({seenBy}) => seenBy.includes('page-hook')))
    .toEqual([true]);
});

test('the hook is in a page that loads while the background starts', async ({inspector}) => {
  const {browser, page, site, endpoint} = inspector;
  await switchOn(inspector);
  for (const visit of ['first', 'second', 'third']) {
    await browser.stopBackground();
    await page.evaluate((url: string) => navigator.sendBeacon(url, '[{"event_name":"wakes"}]'), endpoint);
    await openTransports(page, `${site.url}/transports.html?${visit}`);
    await sendOne(page, {way: 'fetch-blob', url: `${endpoint}?visit=${visit}`});
    // Wait, since the browser does not stop a background that is busy, as the next round does.
    await expect
      .poll(async () => (await readVisit(inspector, visit)).map(({seenBy}) => seenBy.includes('page-hook')))
      .toEqual([true]);
  }
});

test('the page hook still reports for a page that writes its document again', async ({inspector}) => {
  const {page, site, endpoint, api} = inspector;
  await switchOn(inspector);
  await page.goto(`${site.url}/left.html`);
  await runAsPageScript(page, writeAgainAndSend, `${endpoint}?visit=written`);
  await expect.poll(async () => (await readVisit(inspector, 'written')).map(toReporter)).toEqual(['hook']);

  await page.goto(`${site.url}/left.html?csp=${encodeURIComponent("connect-src 'self'")}`);
  await runAsPageScript(page, writeAgainAndSend, `${endpoint}?visit=written-blocked`);
  await expect
    .poll(async () =>
      (await readVisit(inspector, 'written-blocked')).map(({state, error}) => `${state} ${error}`),
    )
    .toEqual(['failed Blocked by the page’s own policy (connect-src).']);
  expect(api.received.filter(({url}) => url.includes('visit=written-blocked'))).toEqual([]);
});

test('a page cannot report for the page hook', async ({inspector}) => {
  const {page, endpoint} = inspector;
  await switchOn(inspector);
  await runAsPageScript(page, forgeReports, `${endpoint}?visit=forged`);
  // Reports arrive in the order in which they were made.
  await sendOne(page, {way: 'fetch-blob', url: `${endpoint}?visit=honest`});
  await expect.poll(async () => (await readVisit(inspector, 'honest')).map(toReporter)).toEqual(['hook']);
  expect(await readVisit(inspector, 'forged')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.dataset.noticed)).toBe('');
});

/** Runs in the page, some time after it was loaded: all listeners of the document and the window are removed. */
function writeAgainAndSend(url: string): void {
  setTimeout(() => {
    document.open();
    document.write('<p>Written again');
    document.close();
    const body = new Blob(['[{"event_name":"written_again"}]'], {type: 'application/json'});
    fetch(url, {method: 'POST', body}).catch(() => undefined);
  });
}

/** Runs in the page: reports a request that was never sent in every way that it can, and listens for the hook's own events. */
function forgeReports(url: string): void {
  const event = '[{"event_name":"forged_thing"}]';
  const report = {url, method: 'POST', transport: 'fetch', at: Date.now(), body: btoa(event), blocked: null};
  const own = new EventTarget();
  const {dataset} = document.documentElement;
  dataset.noticed = '';
  const forged = new Set<Event>();
  const forge = (target: EventTarget, made: Event) => {
    forged.add(made);
    target.dispatchEvent(made);
  };
  for (const name of ['channel', 'relay', 'report']) {
    addEventListener(
      `track-inspector-${name}`,
      (received) => {
        if (!forged.has(received)) dataset.noticed += name;
      },
      true,
    );
  }
  forge(document, new Event('track-inspector-relay'));
  forge(document, new FocusEvent('track-inspector-channel', {relatedTarget: own, cancelable: true}));
  for (const target of [window, document, own]) {
    forge(target, new CustomEvent('track-inspector-report', {detail: JSON.stringify(report)}));
  }
}

/** Runs in the page: no request is made for any of these. */
function sendRefused(url: string): void {
  const refused: [string, RequestInit][] = [
    [url, {headers: {'not a name': '1'}}],
    [url.replace('//', '//user:password@'), {}],
    [url, {cache: 'only-if-cached'}],
  ];
  for (const [address, init] of refused) {
    const body = new Blob(['[{"event_name":"refused_thing"}]'], {type: 'application/json'});
    fetch(address, {method: 'POST', body, ...init}).catch(() => undefined);
  }
}

/** Runs in the page: a text, and a Blob in each way. */
function sendAtOnce(url: string): void {
  fetch(url, {method: 'POST', body: '[{"event_name":"blocked_text"}]'}).catch(() => undefined);
  const body = new Blob(['[{"event_name":"blocked_blob"}]'], {type: 'application/json'});
  fetch(url, {method: 'POST', body}).catch(() => undefined);
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.send(body);
  navigator.sendBeacon(url, body);
}

/** Runs in the page: it must be self-contained. */
function breakAndSend(url: string): void {
  const fail = () => {
    throw new Error('Broken by the page.');
  };
  const broken: [object, string[]][] = [
    [window, ['Reflect', 'Uint8Array', 'URL', 'CustomEvent', 'btoa', 'Proxy', 'TextEncoder']],
    [Array.prototype, ['push', 'filter', 'find', 'slice']],
    [WeakMap.prototype, ['get', 'set']],
    [String.prototype, ['toUpperCase', 'split', 'indexOf', 'slice']],
    [TextEncoder.prototype, ['encode']],
    [EventTarget.prototype, ['dispatchEvent']],
    [JSON, ['stringify']],
    [Function.prototype, ['apply', 'call', 'bind']],
    // This one is last: properties cannot be defined once every descriptor has a getter.
    [Object.prototype, ['toJSON', 'apply', 'construct', 'get']],
  ];
  // Runs after the driver of the page has received its result.
  setTimeout(() => {
    for (const [owner, keys] of broken) {
      for (const key of keys) Object.defineProperty(owner, key, {value: fail, configurable: true});
    }
    const body = new Blob(['[{"event_name":"broken_page"}]'], {type: 'application/json'});
    Array.prototype[Symbol.iterator] = fail;
    fetch(url, {method: 'POST', body});
  });
}

/** Presses the switch, and reloads the page until the hook reports its requests. */
async function switchOn(inspector: Inspector): Promise<void> {
  const {page, panel, site, endpoint} = inspector;
  await click(panel, {role: 'switch', name: 'Page hook'});
  await expectText(panel, {role: 'switch', name: 'Page hook'}, 'on');
  await expect
    .poll(
      async () => {
        await openTransports(page, `${site.url}/transports.html`);
        await sendOne(page, {way: 'fetch-blob', url: `${endpoint}?visit=trial`});
        return (await readVisit(inspector, 'trial')).some(({seenBy}) => seenBy.includes('page-hook'));
      },
      {timeout: 30_000},
    )
    .toBe(true);
}

async function leaveWithBlobs({page, site, endpoint}: Inspector, visit: string): Promise<void> {
  await openTransports(page, `${site.url}/transports.html`);
  await leaveSending(
    page,
    blobWays.map((way) => ({way, url: `${endpoint}${toQuery(visit, way)}`})),
  );
}

/** Who reported it: `hook` if the page hook did. */
function toReporter({seenBy}: LoggedRequest): string {
  return seenBy.includes('page-hook') ? 'hook' : 'others';
}

function toQuery(visit: string, way: string): string {
  return `?visit=${visit}&way=${way}`;
}

async function readVisit({panel}: Inspector, visit: string): Promise<LoggedRequest[]> {
  return (await readRecords(panel)).filter(({url}) => new URL(url).searchParams.get('visit') === visit);
}

function toLine({url, body, seenBy}: LoggedRequest): string {
  const way = new URL(url).searchParams.get('way');
  const mark = body.note?.startsWith('Reported by the page') ? 'reported by the page' : 'as sent';
  const observers = seenBy.filter((one) => one !== 'har').map((one) => one.replace('page-', ''));
  return `${way} ${body.sha256} ${mark} ${observers.sort()}`;
}
