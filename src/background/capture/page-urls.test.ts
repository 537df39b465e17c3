import {expect, it, vi} from 'vitest';
import type {ShownTab} from './page-left';
import {createPageUrls} from './page-urls';
import type {WebRequestDetails} from './web-request-details';

let requests = 0;
const details = (change: Partial<WebRequestDetails> = {}): WebRequestDetails => {
  requests += 1;
  const requestId = String(requests);
  const url = 'https://api.example.test/api/track';
  return {requestId, url, method: 'POST', tabId: 3, frameId: 0, type: 'ping', timeStamp: 0, ...change};
};
const first = {url: 'https://app.test/a', status: 'complete'};
const loadingNext = {url: 'https://app.test/b', status: 'loading'};

async function askInTurn(shown: readonly (ShownTab | null)[], of: Partial<WebRequestDetails>[]) {
  let turn = 0;
  const pageUrls = createPageUrls(async () => {
    const tab = shown[turn];
    if (!tab) throw new Error('No tab with id: 3.');
    return tab;
  });
  const urls: (string | null)[] = [];
  for (const change of of) {
    urls.push(await pageUrls.of(details(change)));
    turn += 1;
  }
  return urls;
}

const same = {documentId: 'D1'};

it.each<[string, (ShownTab | null)[], Partial<WebRequestDetails>[], (string | null)[]]>([
  [
    'follows a page that changes its address',
    [first, {url: 'https://app.test/b', status: 'complete'}],
    [same, same],
    ['https://app.test/a', 'https://app.test/b'],
  ],
  [
    'keeps the page that is being left, while the next one loads',
    [first, loadingNext],
    [same, same],
    ['https://app.test/a', 'https://app.test/a'],
  ],
  [
    'keeps the page that was left for another site',
    [first, {url: 'https://other.test/', status: 'complete'}],
    [same, same],
    ['https://app.test/a', 'https://app.test/a'],
  ],
  [
    'keeps the page of a tab that is closed',
    [first, null],
    [same, same],
    ['https://app.test/a', 'https://app.test/a'],
  ],
  [
    'takes what is shown for a document that was not seen before',
    [first, loadingNext],
    [same, {documentId: 'D2'}],
    ['https://app.test/a', 'https://app.test/b'],
  ],
  ['knows nothing of a tab that is gone', [null], [same], [null]],
  [
    'asks each time where the browser names no document',
    [first, loadingNext],
    [{}, {}],
    ['https://app.test/a', 'https://app.test/b'],
  ],
])('%s', async (_, shown, of, urls) => {
  expect(await askInTurn(shown, of)).toEqual(urls);
});

it.each<[string, start: ShownTab | null, now: ShownTab | null, isLeft: boolean]>([
  ['the page is still shown', first, first, false],
  ['it changed its own address', first, {url: 'https://app.test/b', status: 'complete'}, false],
  ['the next page loads', first, loadingNext, true],
  ['it is loaded again', first, {...first, status: 'loading'}, true],
  ['another site is shown', first, {url: 'https://other.test/', status: 'complete'}, true],
  ['its tab is closed', first, null, true],
  ['it is not complete yet itself', {...first, status: 'loading'}, {...first, status: 'loading'}, false],
  ['it was not complete and the next one loads', {...first, status: 'loading'}, loadingNext, true],
])('knows of a request that ends whether its page is left: %s', async (_, start, now, isLeft) => {
  let shown = start;
  const pageUrls = createPageUrls(async () => {
    if (!shown) throw new Error('No tab with id: 3.');
    return shown;
  });
  const request = details(same);
  await pageUrls.of(request);
  shown = now;
  expect(await pageUrls.isLeft(request)).toBe(isLeft);
});

it('knows that a page is gone where its request has lost its tab, and claims nothing of a worker', async () => {
  const pageUrls = createPageUrls(async () => first);
  const request = details(same);
  await pageUrls.of(request);
  expect(await pageUrls.isLeft({...request, tabId: -1})).toBe(true);
  const {documentId: _, ...nameless} = details({documentId: 'd', requestId: request.requestId, tabId: -1});
  expect(await pageUrls.isLeft(nameless)).toBe(true);
  // Nor for requests that were sent after their page was gone: neither had a tab from the beginning.
  expect(await pageUrls.isLeft(details({tabId: -1, type: 'xmlhttprequest'}))).toBe(null);
});

it.each<[string, probes: (boolean | null)[], now: ShownTab, isLeft: boolean, frameId?: number]>([
  ['its document is gone, whatever the tab shows', [false], first, true],
  ['its document stays in a tab at rest', [true, true], first, false],
  [
    'its document goes after the next page was loaded',
    [true, false],
    {...first, url: 'https://other.test/'},
    true,
  ],
  ['its document goes a moment later', [true, true, false], {...first, status: 'loading'}, true],
  ['its document stays while the page still loads', [true, true, true], {...first, status: 'loading'}, false],
  ['the browser does not tell, and another site is shown', [null], {url: 'https://other.test/'}, true],
  ['its frame is removed a moment later', [true, false], first, true, 3],
  ['its frame stays', [true, true], first, false, 3],
  ['its frame is gone', [false], first, true, 3],
])('knows by the document whether its page is left: %s', async (_, probes, now, isLeft, frameId = 0) => {
  vi.useFakeTimers();
  let shown: ShownTab = {...now, url: first.url};
  const answers = [...probes];
  const pageUrls = createPageUrls(
    async () => shown,
    async () => answers.shift() ?? null,
  );
  const request = {...details(same), frameId};
  await pageUrls.of(request);
  shown = now;
  const asked = pageUrls.isLeft(request);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toBe(isLeft);
  expect(answers).toEqual([]);
  vi.useRealTimers();
});

it.each<[string, change: Partial<WebRequestDetails>, url: string, isLeft: boolean]>([
  ['another site is shown', {initiator: 'https://app.test'}, 'https://other.test/', true],
  ['another site is shown, in Firefox', {originUrl: 'https://app.test/a'}, 'https://other.test/', true],
  ['its own is shown', {initiator: 'https://app.test'}, 'https://app.test/b', false],
  ['a frame of another site sent it', {initiator: 'https://frame.test', frameId: 3}, first.url, false],
  ['its site has no name', {initiator: 'null'}, 'https://other.test/', false],
  ['a page without a site of its own sent it', {initiator: 'https://app.test'}, 'about:blank', false],
])(
  'knows by the tab whether a page is left whose document is there still: %s',
  async (_, change, url, isLeft) => {
    vi.useFakeTimers();
    const pageUrls = createPageUrls(
      async () => ({url, status: 'complete'}),
      async () => true,
    );
    const request = details({...same, ...change});
    await pageUrls.of(request);
    const asked = pageUrls.isLeft(request);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toBe(isLeft);
    vi.useRealTimers();
  },
);

it('takes the browser’s word that a document is being left', async () => {
  const pageUrls = createPageUrls(
    async () => first,
    async () => true,
  );
  const request = details(same);
  await pageUrls.of(request);
  expect(await pageUrls.isLeft({...request, documentLifecycle: 'pending_deletion'})).toBe(true);
});

it('asks once for all phases of a request', async () => {
  let asked = 0;
  const pageUrls = createPageUrls(async () => {
    asked += 1;
    return first;
  });
  const one = details(same);
  await Promise.all([pageUrls.of(one), pageUrls.of(one), pageUrls.of(one)]);
  expect(asked).toBe(1);
});
