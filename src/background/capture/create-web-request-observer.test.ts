import {describe, expect, it, vi} from 'vitest';
import type {Observation} from '../../domain/capture/observation';
import {defaultSettings} from '../../domain/settings';
import {buildSecrets} from '../../storage/secrets/build-secrets';
import {createSecretHider} from '../../storage/secrets/hide-secrets';
import {createWebRequestObserver, type WebRequestObserver} from './create-web-request-observer';
import type {PageUrls} from './page-urls';

const details = {
  requestId: '7',
  url: 'https://api.example.test/api/track',
  method: 'POST',
  tabId: 3,
  frameId: 0,
  type: 'xmlhttprequest',
  timeStamp: 1_000,
  initiator: 'https://app.example.test',
};
const answer = {...details, statusCode: 200, statusLine: 'HTTP/1.1 200 OK', responseHeaders: []};

async function observeBy(act: (observer: WebRequestObserver) => void): Promise<Observation[]> {
  const {observer, observations} = setUp(async () => 'https://app.example.test/signup?token=t');
  act(observer);
  await observer.settled();
  return observations;
}

function setUp(getPageUrl: PageUrls['of'], isLeft: PageUrls['isLeft'] = async () => false) {
  const observations: Observation[] = [];
  const hider = createSecretHider(buildSecrets(), () => undefined);
  const observer = createWebRequestObserver({
    capture: Promise.resolve({
      settings: () => defaultSettings,
      hider,
      observe: async (observation) => observations.push(observation),
    }),
    pageUrls: {of: getPageUrl, isLeft},
    ownOrigin: 'chrome-extension://abc',
    onError: (error) => {
      throw error;
    },
  });
  return {observer, observations};
}

describe('a request that ends without an answer', () => {
  it.each([
    ['net::ERR_ABORTED', true, {pageLeft: true}],
    ['NS_BINDING_ABORTED', true, {pageLeft: true}],
    ['net::ERR_ABORTED', null, {pageLeft: null}],
    ['net::ERR_ABORTED', false, {}],
    ['net::ERR_CONNECTION_REFUSED', true, {}],
  ])('with %s, its page left: %s', async (error, isLeft, expected) => {
    const {observer, observations} = setUp(
      async () => null,
      async () => isLeft,
    );
    observer.onErrorOccurred({...details, error});
    await observer.settled();
    const [{phase, pageLeft} = {}] = observations as {phase?: string; pageLeft?: boolean | null}[];
    expect({phase, ...(pageLeft !== undefined && {pageLeft})}).toEqual({phase: 'failed', ...expected});
  });
});

describe('a page that stalls', () => {
  it('holds up its own requests only', async () => {
    let release: (url: string) => void = () => undefined;
    const stalled = new Promise<string>((resolve) => {
      release = resolve;
    });
    const {observer, observations} = setUp(async ({tabId}) =>
      tabId === 3 ? stalled : 'https://other.test/',
    );
    observer.onBeforeRequest({...details, tabId: 3});
    observer.onErrorOccurred({...details, tabId: 3, error: 'aborted'});
    observer.onBeforeRequest({...details, tabId: 4, requestId: '8'});
    await vi.waitFor(() => expect(observations).toMatchObject([{origin: {tabId: 4}}]));
    release('https://app.example.test/');
    await observer.settled();
    expect(observations.slice(1)).toMatchObject([{phase: 'before-request'}, {phase: 'failed'}]);
  });

  it('holds up its service worker, whose side of a request comes after the page’s', async () => {
    const {observer, observations} = setUp(
      () => new Promise((resolve) => setTimeout(() => resolve('https://app.example.test/'), 5)),
    );
    observer.onBeforeRequest({...details, tabId: 3});
    observer.onBeforeRequest({...details, tabId: -1, requestId: '8'});
    observer.onBeforeRequest({...details, tabId: -1, requestId: '9', url: `${details.url}?other`});
    await observer.settled();
    expect(observations).toMatchObject([{requestId: '9'}, {requestId: '7'}, {requestId: '8'}]);
  });

  it('has the beginning of an address kept, and its length', async () => {
    const url = `${details.url}?${'token=abcdefgh&'.repeat(20_000)}`;
    const referring = {...details, url, initiator: url, documentUrl: url};
    const [first] = await observeBy((observer) => observer.onBeforeRequest(referring));
    if (first?.source !== 'web-request') throw new Error('Nothing was observed.');
    expect(first.urlLength).toBe(url.length);
    for (const kept of [first.url, first.origin.documentUrl, first.origin.initiator]) {
      expect(kept?.match(/token=secret-/g)).toHaveLength(1_000);
      expect(kept).not.toContain('abcdefgh');
    }
  });
});

describe('observing webRequest', () => {
  it('hands on the phases of a batch in their order', async () => {
    const observations = await observeBy((observer) => {
      observer.onBeforeRequest({
        ...details,
        requestBody: {raw: [{bytes: new TextEncoder().encode('[1]').buffer}]},
      });
      observer.onSendHeaders({...details, requestHeaders: [{name: 'x-api-key', value: 'k'}]});
      observer.onCompleted(answer);
    });
    expect(observations).toMatchObject([
      {phase: 'before-request', url: details.url, body: {kind: 'bytes'}, origin: {tabId: 3, frameId: 0}},
      {phase: 'headers-sent', headers: {list: [{name: 'x-api-key', value: null}]}},
      {phase: 'completed', status: 200, statusText: 'OK'},
    ]);
    expect(JSON.stringify(observations)).not.toContain('token=t"');
  });

  it.each([
    ['a page', {frameId: 0, frameType: 'outermost_frame'}, 0],
    ['a page that is being left', {frameId: 12, frameType: 'outermost_frame'}, 0],
    ['a frame in it', {frameId: 12, frameType: 'sub_frame'}, 12],
    ['a frame of Firefox, which has no types', {frameId: 12}, 12],
    ['a worker', {frameId: -1, tabId: -1}, null],
  ])('names the frame of %s', async (_, changes, frameId) => {
    const observations = await observeBy((observer) => observer.onBeforeRequest({...details, ...changes}));
    expect(observations).toMatchObject([{origin: {frameId}}]);
  });

  it.each([
    ['a preflight', {...details, method: 'OPTIONS'}],
    ['a POST to another path', {...details, url: 'https://api.example.test/login'}],
    ['our own request without a marker', {...details, initiator: 'chrome-extension://abc'}],
  ])('leaves %s alone', async (_, other) => {
    expect(await observeBy((observer) => observer.onBeforeRequest(other))).toEqual([]);
  });

  it('knows our own replay by its initiator and marker, wherever it goes', async () => {
    const url = 'https://else.test/x#track-inspector-replay=m1';
    const own = {
      ...details,
      url,
      initiator: undefined,
      originUrl: 'chrome-extension://abc/bg.html',
      tabId: -1,
    };
    expect(
      await observeBy((observer) => observer.onErrorOccurred({...own, error: 'net::ERR_FAILED'})),
    ).toMatchObject([
      {phase: 'failed', error: 'net::ERR_FAILED', origin: {tabId: null}, mark: {marker: 'm1', own: true}},
    ]);
  });

  it('does not take a page for us that has our marker', async () => {
    const url = `${details.url}#track-inspector-replay=m1`;
    const initiator = 'chrome-extension://abcdef';
    expect(
      await observeBy((observer) => observer.onBeforeRequest({...details, url, initiator})),
    ).toMatchObject([{mark: {marker: 'm1', own: false}}]);
  });

  it('tells a redirect of the browser itself, for which nothing was sent', async () => {
    const redirect = {
      ...answer,
      statusCode: 307,
      statusLine: 'HTTP/1.1 307 Internal Redirect',
      responseHeaders: [{name: 'Non-Authoritative-Reason', value: 'HSTS'}],
      redirectUrl: details.url.replace(/^http:/, 'https:'),
    };
    expect(await observeBy((observer) => observer.onBeforeRedirect(redirect))).toMatchObject([
      {phase: 'redirected', status: 0},
    ]);
  });

  it('tells where a redirect leads, without its credentials', async () => {
    const redirect = {
      ...answer,
      statusCode: 307,
      statusLine: 'HTTP/2 307',
      redirectUrl: 'https://b.test/?key=k',
    };
    expect(await observeBy((observer) => observer.onBeforeRedirect(redirect))).toMatchObject([
      {phase: 'redirected', status: 307, statusText: '', to: expect.stringMatching(/\?key=secret-/)},
    ]);
  });
});
