import {describe, expect, it} from 'vitest';
import {buildHar, buildHook, buildPhase, bytesOf} from '../build-observation';
import type {CaptureRecord} from '../capture-record';
import {NO_RESPONSE, NOT_SENT} from '../failure';
import type {Observation} from '../observation';
import {isUndecided} from './choose-record';
import {mergeAll} from './merge-all';

function textOf({outcome}: CaptureRecord['request']): string | undefined {
  return outcome.state === 'answered' && outcome.body.kind === 'text' ? outcome.body.text : undefined;
}

const before = buildPhase({phase: 'before-request', body: bytesOf('[1]')});
const headers = {state: 'known', list: [{name: 'Content-Type', value: 'application/json'}]} as const;
const sent = buildPhase({phase: 'headers-sent', headers});
const completed = buildPhase({phase: 'completed', status: 200, statusText: 'OK', headers, at: 1_050});
const failed = buildPhase({phase: 'failed', error: 'net::ERR_CONNECTION_REFUSED', at: 1_050});
const blob = buildPhase({phase: 'before-request', body: {kind: 'missing', reason: 'unknown'}});
const har = buildHar();

describe('merging what webRequest saw', () => {
  const orders: [string, Observation[]][] = [
    ['in order', [before, sent, completed]],
    ['with the headers last', [before, completed, sent]],
    ['with the start last', [sent, completed, before]],
  ];
  it.each(orders)('makes one record of the phases %s', (_, observations) => {
    const records = mergeAll(observations);
    expect(records).toHaveLength(1);
    expect(records[0]?.request).toMatchObject({
      body: bytesOf('[1]'),
      headers,
      outcome: {state: 'answered', status: 200, endedAt: 1_050},
      seenBy: ['web-request'],
    });
  });

  it('keeps what is left when the first phase was lost, and says that the body is not known', () => {
    const [record] = mergeAll([completed]);
    expect(record?.request.body).toEqual({kind: 'missing', reason: 'unknown'});
    expect(record?.request.url).toBe('https://api.example.test/api/track');
  });

  it.each<[string, Observation, Observation]>([
    ['its end', completed, har],
    ['its headers and then its end', sent, har],
    ['its failure', failed, buildHar({answer: null, error: 'net::ERR_CONNECTION_REFUSED', endedAt: 1_052})],
  ])('joins DevTools’ record, first or second, to a request of which it only saw %s', (_, phase, view) => {
    for (const order of [
      [phase, view],
      [view, phase],
    ]) {
      const records = mergeAll(order);
      expect(records).toHaveLength(1);
      expect(records[0]?.request).toMatchObject({body: bytesOf('[1]'), origin: {frameId: 0}});
      expect(records[0]?.request.startedAt).toBeLessThan(1_050);
    }
  });

  it.each<[string, Observation, Observation, object]>([
    ['a broken response', failed, buildHar(), {state: 'failed', status: 200}],
    ['a response cut off', completed, buildHar({error: '5 of 10 bytes came'}), {state: 'answered'}],
    ['a response cut off', failed, buildHar({error: '5 of 10 bytes came'}), {state: 'failed', status: 200}],
    ['a beacon’s response', completed, buildHar({answer: null, error: NO_RESPONSE}), {state: 'answered'}],
    ['no response', failed, buildHar({answer: null, error: NO_RESPONSE}), {state: 'failed'}],
  ])(
    'joins an end without a start to DevTools’ record, first or second, whatever each says of %s',
    (...row) => {
      const [, end, view, outcome] = row;
      for (const order of [
        [end, view],
        [view, end],
      ]) {
        const records = mergeAll(order);
        expect(records).toHaveLength(1);
        expect(records[0]?.request.outcome).toMatchObject(outcome);
      }
    },
  );

  it('joins the end of a slow request, too, though it began long before', () => {
    const slow = buildHar({startedAt: 1_000, endedAt: 9_000});
    const end = buildPhase({phase: 'completed', status: 200, statusText: 'OK', headers, at: 9_001});
    expect(mergeAll([end, slow])).toHaveLength(1);
    expect(mergeAll([slow, end])).toHaveLength(1);
  });

  it('keeps an end apart from DevTools’ record of another answer', () => {
    expect(mergeAll([buildHar({status: 500}), completed])).toHaveLength(2);
    expect(mergeAll([buildHar({endedAt: 9_000}), completed])).toHaveLength(2);
  });

  it.each<[string, string, string]>([
    ['at the start', '?api_key=MASKED', '?api_key=secret-1'],
    ['at the end', '?api_key=secret-1', '?api_key=MASKED'],
  ])(
    'makes one record of a request of whose address a credential could not be stored %s',
    (_, first, second) => {
      const end = {...completed, url: completed.url + second};
      const records = mergeAll([
        {...before, url: before.url + first},
        {...sent, url: sent.url + second},
        end,
      ]);
      expect(records).toHaveLength(1);
      expect(records[0]?.request).toMatchObject({url: before.url + first, outcome: {status: 200}});
    },
  );

  it('makes a record of each hop of a redirect that keeps the requestId', () => {
    const to = 'https://eu.example.test/api/track';
    const redirected = buildPhase({
      phase: 'redirected',
      status: 307,
      statusText: 'Temporary Redirect',
      headers,
      to,
    });
    const records = mergeAll([
      before,
      sent,
      redirected,
      {...before, url: to, at: 1_020},
      {...sent, url: to, at: 1_021},
      {...completed, url: to},
    ]);
    expect(records.map(({request}) => [request.url, request.outcome])).toMatchObject([
      ['https://api.example.test/api/track', {state: 'answered', status: 307}],
      [to, {state: 'answered', status: 200}],
    ]);
  });

  it('makes two records of a redirect back to the same address', () => {
    const redirected = buildPhase({
      phase: 'redirected',
      status: 308,
      statusText: '',
      headers,
      to: before.url,
    });
    expect(mergeAll([before, redirected, {...before, at: 1_010}, completed])).toHaveLength(2);
  });

  describe('if Firefox sends it to another address before anything is sent', () => {
    const toOther = (from: string, to: string) =>
      buildPhase({phase: 'redirected', status: 0, statusText: '', headers, url: from, to});
    const [http, https] = [
      'http://api.example.test/api/track',
      'https://api.example.test/api/track',
    ] as const;
    const upgraded = [
      {...before, url: http},
      toOther(http, https),
      {...before, at: 1_001, url: https},
      {...sent, url: https},
    ];

    it.each<[string, Observation[], object]>([
      ['is answered', [...upgraded, {...completed, url: https}], {state: 'answered', status: 200}],
      ['fails', [...upgraded, {...failed, url: https}], {state: 'failed'}],
      ['fails at once', [...upgraded.slice(0, 2), {...failed, url: https}], {state: 'failed'}],
    ])('makes one record of a request that is upgraded to HTTPS and %s', (_, phases, outcome) => {
      const records = mergeAll(phases);
      expect(records).toHaveLength(1);
      expect(records[0]?.request).toMatchObject({url: https, body: bytesOf('[1]'), outcome});
    });

    it('makes one record of each request that is upgraded after a redirect', () => {
      const first = {...before, url: `${https}?first`};
      const redirected = {...toOther(first.url, http), status: 307};
      const records = mergeAll([first, redirected, ...upgraded, {...completed, url: https}]);
      expect(records.map(({request}) => [request.url, request.outcome])).toMatchObject([
        [first.url, {status: 307}],
        [https, {status: 200}],
      ]);
    });

    it.each([
      ['elsewhere', 'https://else.test/api/track'],
      ['to a file of an extension', 'moz-extension://abc/empty.txt'],
      ['nowhere', ''],
    ])('does not leave one pending that is sent %s', (_, to) => {
      const [first, ...others] = mergeAll([before, toOther(before.url, to)]);
      expect(first?.request).toMatchObject({url: before.url, outcome: {state: 'failed', endedAt: 1_000}});
      expect(others).toEqual([]);
    });

    it('takes a credential that could not be stored for no other address', () => {
      const [record] = mergeAll([
        {...before, url: `${before.url}?key=secret-1`},
        toOther(`${before.url}?key=MASKED`, `${before.url}?key=MASKED`),
      ]);
      expect(record?.request.outcome).toEqual({state: 'pending'});
    });
  });

  it('keeps an answer when the request is torn down after it', () => {
    expect(mergeAll([before, completed, failed])[0]?.request.outcome).toMatchObject({status: 200});
  });

  it.each<[string, Observation[]]>([
    ['before', [before, sent, har, failed]],
    ['after', [before, sent, failed, har]],
  ])('calls an answer that was cut off a failure, though DevTools called it answered %s that', (_, all) => {
    const records = mergeAll(all);
    expect(records).toHaveLength(1);
    expect(records[0]?.request.outcome).toEqual({
      state: 'failed',
      error: 'net::ERR_CONNECTION_REFUSED',
      endedAt: 1_050,
      status: 200,
    });
  });

  const reset = 'net::ERR_CONNECTION_RESET';
  const aborted = 'net::ERR_ABORTED';
  const left = {...failed, error: aborted, pageLeft: true};
  const redirect = buildHar({status: 307, error: 'net::ERR_FAILED'});
  it.each<[string, Observation[], object]>([
    ['DevTools says so, too', [before, buildHar({error: reset}), failed], {state: 'failed', status: 200}],
    ['DevTools alone says', [buildHar({error: reset})], {state: 'failed', error: reset, status: 200}],
    ['webRequest alone saw', [before, failed], {state: 'failed', status: undefined}],
    ['ended as its page was left', [before, har, left], {state: 'answered', status: 200}],
    ['ended as its page was left, told later', [before, left, har], {state: 'answered', status: 200}],
    ['its page may have left', [buildHar({error: aborted})], {state: 'answered', status: 200}],
    ['led elsewhere, which failed', [redirect], {state: 'answered', status: 307}],
    ['webRequest saw to its end', [before, completed, buildHar({error: reset})], {state: 'answered'}],
  ])('keeps the status of an answer that began and %s', (_, all, outcome) => {
    const records = mergeAll(all);
    expect(records).toHaveLength(1);
    const found = records[0]?.request.outcome;
    expect({status: undefined, ...found}).toMatchObject(outcome);
  });

  it('keeps an answer that webRequest told of, also where another observer told of it first', () => {
    for (const all of [
      [before, har, completed, failed],
      [before, completed, har, failed],
    ]) {
      expect(mergeAll(all)[0]?.request.outcome).toMatchObject({state: 'answered', status: 200});
    }
  });

  it('tells the browser’s error where no answer came', () => {
    expect(mergeAll([before, sent, failed])[0]?.request.outcome).toEqual({
      state: 'failed',
      error: 'net::ERR_CONNECTION_REFUSED',
      endedAt: 1_050,
    });
  });
});

describe('service workers', () => {
  /** How Firefox reports that the page's service worker is asked. */
  const handedOver = buildPhase({phase: 'redirected', status: 0, statusText: '', headers, to: before.url});

  it('takes Firefox’ double start with one id for one request', () => {
    const records = mergeAll([before, handedOver, {...before, at: 1_001}, sent, completed]);
    expect(records).toHaveLength(1);
    expect(records[0]?.request.outcome).toMatchObject({status: 200});
  });

  it('lets DevTools tell the answer of a service worker that sent nothing', () => {
    expect(mergeAll([before, handedOver, har])[0]?.request.outcome).toMatchObject({
      status: 200,
      body: {kind: 'text'},
    });
  });

  it.each<[string, Observation[]]>([
    ['', []],
    [', be DevTools quicker', [buildHar({viaServiceWorker: true})]],
  ])('joins the worker’s fetch to the page’s request that it passes on%s', (_, between) => {
    const worker = {tabId: null, frameId: -1, documentUrl: 'https://app.example.test/sw.js'};
    const [record, ...others] = mergeAll([
      before,
      handedOver,
      ...between,
      buildPhase({phase: 'before-request', requestId: '8', body: bytesOf('[1]'), origin: worker, at: 1_005}),
      buildPhase({phase: 'headers-sent', requestId: '8', headers, origin: worker}),
      buildPhase({
        phase: 'completed',
        requestId: '8',
        status: 200,
        statusText: 'OK',
        headers,
        origin: worker,
      }),
    ]);
    expect(others).toEqual([]);
    expect(record?.requestIds).toEqual(['7', '8']);
    expect(record?.request.origin.tabId).toBe(3);
    expect(record?.request.outcome).toMatchObject({status: 200});
  });

  it('keeps a worker’s own request apart from the page’s that is on its way', () => {
    const worker = {tabId: null, documentUrl: 'https://app.example.test/worker.js'};
    const own = buildPhase({phase: 'before-request', requestId: '8', body: bytesOf('[1]'), origin: worker});
    expect(mergeAll([before, sent, own])).toHaveLength(2);
  });

  it('joins both of DevTools’ entries to the one request that Chromium shows without a tab', () => {
    const noTab = {tabId: null, frameId: null};
    const records = mergeAll([
      buildPhase({phase: 'before-request', body: bytesOf('[1]'), origin: noTab}),
      buildPhase({phase: 'completed', status: 200, statusText: 'OK', headers, origin: noTab}),
      buildHar({viaServiceWorker: true, body: {kind: 'missing', reason: 'unknown'}}),
      buildHar({startedAt: 1_004}),
    ]);
    expect(records).toHaveLength(1);
    expect(records[0]?.request.origin.tabId).toBe(3);
    expect(records[0]?.request.seenBy).toEqual(['web-request', 'har']);
  });
});

describe('a service worker that answers its page otherwise than it was answered', () => {
  const worker = {tabId: null, frameId: null, documentUrl: 'https://app.example.test/sw.js'};
  const start = buildPhase({phase: 'before-request', requestId: '8', body: bytesOf('[1]'), origin: worker});
  const end = {...completed, requestId: '8', status: 500, origin: start.origin};
  const refused = {...failed, requestId: '8', origin: start.origin};
  const refusedView = buildHar({answer: null, error: failed.error, text: 'none'});
  const own = buildHar({startedAt: 1_004, endedAt: 1_050, status: 500, text: 'server'});
  const page = buildHar({viaServiceWorker: true, startedAt: 1_000, status: 202, text: 'worker'});
  const early = {...page, endedAt: 1_010};
  const handedOver = buildPhase({phase: 'redirected', status: 0, statusText: '', headers, to: before.url});
  const view = {...page, startedAt: page.endedAt ?? 0, isStartUnknown: true};
  // Each step of a slow worker takes three seconds or more: until it sends, until it is answered, until it answers.
  const slowPage = {...page, startedAt: 1_000, endedAt: 12_000};
  const slowStart = {...start, at: 5_000};
  const slowEnd = {...end, at: 8_000};
  const slowOwn = {...own, startedAt: 5_003, endedAt: 8_002};
  const slowView = {...view, startedAt: 12_000, endedAt: 12_000};
  const slowRefused = {...refused, at: 8_000};
  const lostView = buildHar({viaServiceWorker: true, answer: null, error: failed.error, text: 'none'});
  const refusedAtOnce = {...lostView, endedAt: 1_004.7};
  const answered = {state: 'answered', status: 500, text: 'server'};
  const untold = {...answered, text: undefined};
  const down = {state: 'failed', status: undefined, text: undefined};

  it.each<[string, Observation[], object]>([
    ['Chromium: webRequest first', [start, end, own, page], answered],
    ['Chromium: the page’s side first', [start, page, end, own], answered],
    ['Chromium: the page’s side after the end', [start, end, page, own], answered],
    ['Chromium: DevTools first', [page, own, start, end], answered],
    ['Chromium: DevTools first, the worker’s side before the page’s', [own, page, start, end], answered],
    ['Chromium: before the worker was', [start, early, own, end], answered],
    ['Chromium: before the worker was, webRequest last', [early, start, own, end], answered],
    ['Chromium: DevTools only', [own, page], answered],
    ['Chromium: DevTools only, the page’s side first', [page, own], answered],
    ['Chromium: the start was lost', [page, end], untold],
    ['Chromium: no server', [start, refused, refusedView, page], down],
    ['Chromium: no server, the page’s side first', [start, page, refused, refusedView], down],
    ['Chromium: no server, DevTools only', [refusedView, page], down],
    ['Chromium: no server, DevTools only, the page’s side first', [page, refusedView], down],
    ['Firefox: webRequest first', [before, handedOver, start, end, view], untold],
    ['Firefox: DevTools before the end', [before, handedOver, start, view, end], untold],
    ['Firefox: DevTools before the worker', [before, handedOver, view, start, end], untold],
    ['Firefox: before the worker was', [before, handedOver, {...view, endedAt: 1_001}, start, end], untold],
    ['Chromium: a slow worker', [slowStart, slowEnd, slowOwn, slowPage], answered],
    ['Chromium: a slow worker, DevTools only', [slowOwn, slowPage], answered],
    ['Chromium: a slow worker, the page’s side first', [slowStart, slowEnd, slowPage, slowOwn], answered],
    ['Chromium: no server, and the page is told', [start, refused, refusedView, lostView], down],
    ['Chromium: no server, and the page is told, DevTools only', [refusedView, lostView], down],
    ['Firefox: a slow worker', [before, handedOver, slowStart, slowEnd, slowView], untold],
    [
      'Firefox: a slow worker, DevTools before its end',
      [before, handedOver, slowStart, slowView, slowEnd],
      untold,
    ],
    ['Firefox: a slow worker without a server', [before, handedOver, slowStart, slowRefused, slowView], down],
    ['Firefox: no server', [before, handedOver, start, refused, view], down],
    ['Firefox: no server, DevTools before the end', [before, handedOver, start, view, refused], down],
  ])('is one record, of the request that went out: %s', (_, observations, outcome) => {
    const records = mergeAll(observations);
    expect(records).toHaveLength(1);
    const [{request} = {request: null}] = records;
    expect(request?.origin.tabId).toBe(3);
    expect(request && {status: undefined, ...request.outcome, text: textOf(request)}).toMatchObject(outcome);
  });

  it('shows what the page received if nothing tells what the worker did', () => {
    for (const one of [[page], [before, handedOver, view], [before, handedOver, slowView]]) {
      expect(mergeAll(one)[0]?.request.outcome).toMatchObject({status: 202, body: {text: 'worker'}});
    }
  });

  it.each([
    ['that ended', [before, handedOver, start, end]],
    ['that the page still waits for', [before, handedOver]],
  ])('finds its own request beside an earlier identical one %s', (_, earlier) => {
    const later = [
      {...before, requestId: '9', at: 41_000},
      {...handedOver, requestId: '9', at: 41_001},
      {...start, requestId: '10', at: 41_010},
      {...end, requestId: '10', at: 41_500},
    ];
    const records = mergeAll([...earlier, ...later, {...view, startedAt: 41_505, endedAt: 41_505}]);
    expect(records.map(({views, requestIds}) => [requestIds.includes('9'), views])).toEqual([
      [false, []],
      [true, ['har-page']],
    ]);
  });

  it('is two records if it answers one itself, and the same is sent again', () => {
    const again = buildHar({startedAt: 1_500, endedAt: 1_550, status: 202});
    expect(mergeAll([early, again])).toHaveLength(2);
    expect(mergeAll([early, {...start, at: 1_500}, {...end, status: 202, at: 1_550}, again])).toHaveLength(2);
  });

  it.each<[string, Observation, Observation]>([
    [
      'failed before the network, and was sent again at once',
      refusedAtOnce,
      buildHar({startedAt: 1_005, endedAt: 1_060}),
    ],
    ['was sent, and then failed before the network', buildHar({startedAt: 900, endedAt: 950}), refusedAtOnce],
    [
      'was sent, and then left to the worker, in Firefox',
      buildHar({startedAt: 900, endedAt: 950, status: 202}),
      slowView,
    ],
  ])('is two records of entries that DevTools alone lists, of a request that %s', (_, ...both) => {
    expect(mergeAll(both)).toHaveLength(2);
  });

  it('is a record each of two requests at once', () => {
    const second = {...start, requestId: '9', at: 1_020};
    const views = [
      own,
      page,
      buildHar({viaServiceWorker: true, startedAt: 1_018, endedAt: 1_080, status: 503}),
      buildHar({startedAt: 1_022, endedAt: 1_075, status: 429}),
    ];
    const ends = [end, {...end, requestId: '9', status: 429, at: 1_075}];
    for (const order of [views, views.toReversed()]) {
      for (const all of [
        [start, second, ...ends, ...order],
        [start, second, ...order, ...ends],
      ]) {
        expect(mergeAll(all).map(({request}) => request.outcome)).toMatchObject([
          {status: 500},
          {status: 429},
        ]);
      }
    }
  });
});

describe('what DevTools shows', () => {
  it('brings the body that webRequest could not read, and the text of the answer', () => {
    const [record, ...others] = mergeAll([blob, sent, completed, har]);
    expect(others).toEqual([]);
    expect(record?.request.body).toEqual(bytesOf('[1]'));
    expect(record?.request.outcome).toMatchObject({body: {kind: 'text', text: '{"success":true}'}});
  });

  it.each([
    ['another body', buildHar({body: bytesOf('[2]')})],
    ['another address', buildHar({url: 'https://api.example.test/api/other'})],
    ['another tab', buildHar({tabId: 4})],
    ['another time', buildHar({startedAt: 60_000})],
    ['another status', buildHar({status: 500})],
  ])('is another request when it has %s', (_, observation) => {
    expect(mergeAll([before, sent, completed, observation])).toHaveLength(2);
  });

  it('makes a row of its own without webRequest, and webRequest finds it later', () => {
    const records = mergeAll([har, before, sent, completed]);
    expect(records).toHaveLength(1);
    expect(records[0]?.request).toMatchObject({
      id: 'id-1',
      seenBy: ['har', 'web-request'],
      startedAt: 1_000,
      outcome: {body: {kind: 'text'}},
    });
  });

  it('never takes bytes away that webRequest had', () => {
    const cut = buildHar({body: {kind: 'cut', bytes: new Uint8Array([91]), reason: 'cut'}});
    expect(mergeAll([before, completed, cut])[0]?.request.body).toEqual(bytesOf('[1]'));
  });

  it('prefers a request of the same bytes to a nearer one of unknown bytes', () => {
    const near = {...blob, requestId: '9', at: 1_000};
    const exact = {...before, requestId: '10', at: 1_040};
    const records = mergeAll([near, exact, har]);
    expect(records.find(({requestIds}) => requestIds.includes('10'))?.request.seenBy).toContain('har');
  });

  it('gives each of fifty identical requests in flight one answer, the nearest in time', () => {
    const fifty = Array.from({length: 50}, (_, index) => index);
    const records = mergeAll([
      ...fifty.map((index) => ({...before, requestId: `r${index}`, at: 1_000 + index})),
      ...fifty.map((index) => ({...completed, requestId: `r${index}`, at: 1_100 + index})),
      // Responses arrive in any order.
      ...fifty
        .toReversed()
        .map((index) =>
          buildHar({startedAt: 1_000.3 + index, endedAt: 1_100 + index, text: `answer ${index}`}),
        ),
    ]);
    expect(records).toHaveLength(50);
    expect(records.map(({request}) => request.outcome)).toMatchObject(
      fifty.map((index) => ({body: {kind: 'text', text: `answer ${index}`}})),
    );
  });

  it.each([0, 1, 2, 3])(
    'gives an answer to the request that ended then, not to one under way, if %i is slow',
    (slow) => {
      const indexes = [0, 1, 2, 3];
      const ended = indexes.filter((index) => index !== slow);
      const records = mergeAll([
        ...indexes.map((index) => ({...before, requestId: `r${index}`, at: 1_002 + index / 2})),
        ...ended.flatMap((index) => [
          {...completed, requestId: `r${index}`, at: 1_100 + index * 20},
          buildHar({startedAt: 1_000 + index / 2, endedAt: 1_101 + index * 20, text: `answer ${index}`}),
        ]),
        buildHar({startedAt: 1_000 + slow / 2, endedAt: 9_001, text: `answer ${slow}`}),
        {...completed, requestId: `r${slow}`, at: 9_000},
      ]);
      expect(records.map(({request}) => textOf(request))).toEqual(indexes.map((index) => `answer ${index}`));
    },
  );

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])(
    'is joined in the order of sending if DevTools is first and reports in the order %j',
    (order) => {
      const records = mergeAll([
        ...order.map((index) =>
          buildHar({startedAt: 1_000 + index, endedAt: 1_100, text: `answer ${index}`}),
        ),
        ...[0, 1, 2].map((index) => ({...before, requestId: `r${index}`, at: 1_002 + index})),
        ...[0, 1, 2].map((index) => ({...completed, requestId: `r${index}`, at: 1_100})),
      ]);
      expect(records.map(({request, requestIds}) => [requestIds, textOf(request)]).sort()).toEqual(
        [0, 1, 2].map((index) => [[`r${index}`], `answer ${index}`]),
      );
    },
  );

  it.each<[string, Observation]>([
    ['DevTools', buildHar({startedAt: 1_400, endedAt: 1_450, text: 'second'})],
    ['the page', buildHook({at: 1_400})],
  ])('takes an identical request that only %s reports for a second one if the first had ended', (_, view) => {
    const records = mergeAll([before, completed, view]);
    expect(records.map(({request}) => request.startedAt)).toEqual([1_000, 1_400]);
    expect(records[0]?.request).toMatchObject({seenBy: ['web-request'], outcome: {status: 200}});
  });

  it.each([[[0, 1]], [[1, 0]]])(
    'is not mixed up if a service worker passes on two identical requests in Firefox, answered in the order %j',
    (order) => {
      const ofWorker = {origin: {...before.origin, tabId: null}};
      const records = mergeAll([
        ...[0, 1].map((index) => ({...before, requestId: `page${index}`, at: 1_000 + index})),
        ...[0, 1].map((index) => ({...before, ...ofWorker, requestId: `w${index}`, at: 1_005 + index})),
        ...order.map((index) => ({...completed, ...ofWorker, requestId: `w${index}`, status: 200 + index})),
      ]);
      expect(records).toMatchObject(
        [0, 1].map((index) => ({
          requestIds: [`page${index}`, `w${index}`],
          request: {outcome: {status: 200 + index}},
        })),
      );
    },
  );

  const start0 = {...before, requestId: 'r0'};
  const start1 = {...before, requestId: 'r1', at: 1_010};
  const end0 = {...completed, requestId: 'r0'};
  const blobs = [start0, start1].map((start) => ({...start, body: blob.body}));
  it.each<[string, boolean, Observation[]]>([
    ['two that are under way', true, [start0, start1]],
    ['two, of which one ended', true, [start0, start1, end0]],
    ['two of unknown bytes', true, blobs],
    ['one', false, [start0]],
    ['two that ended', false, [start0, start1, end0, {...end0, requestId: 'r1'}]],
    ['one, and one of unknown bytes', false, [start0, ...blobs.slice(1)]],
    ['one, and one of other bytes', false, [start0, {...start1, body: bytesOf('[2]')}]],
    ['one, and one that DevTools reported', false, [start0, har, start1]],
    ['two that only the page reported', false, [buildHook(), buildHook()]],
    ['none', false, []],
  ])('may belong to %s: it has to wait for webRequest: %s', (_, expected, observations) => {
    expect(isUndecided(mergeAll(observations), buildHar())).toBe(expected);
  });

  it.each([
    ['the other status last', [200, 429]],
    ['the other status first', [429, 200]],
    ['two errors', [500, 503]],
  ])('shows no answer of an identical request sent at once, whichever is told first: %s', (_, statuses) => {
    const texts = statuses.map((status) => `answer ${status}`);
    const starts = statuses.map((_, index) => ({...before, requestId: `r${index}`, at: 1_002 + index}));
    const ends = statuses.map((status, index) => ({
      ...completed,
      requestId: `r${index}`,
      status,
      at: 1_050 + index,
    }));
    const views = statuses.map((status, index) =>
      buildHar({startedAt: 1_000 + index, endedAt: 1_050 + index, status, text: texts[index] ?? ''}),
    );
    for (const order of [
      [views[1], ends[1], ends[0], views[0]],
      [views[1], ends[0], ends[1], views[0]],
      [views[0], views[1], ends[0], ends[1]],
      [ends[0], ends[1], views[1], views[0]],
    ]) {
      const records = mergeAll([...starts, ...order.filter((one) => one !== undefined)]);
      expect(records.map(({request}) => request.outcome)).toMatchObject(statuses.map((status) => ({status})));
      for (const [index, {request}] of records.entries()) {
        expect([texts[index], undefined]).toContain(textOf(request));
      }
    }
  });
});

describe('what the page reports', () => {
  const hook = buildHook();

  it('fills a body that the browser did not give, with a mark', () => {
    const [record, ...others] = mergeAll([blob, hook]);
    expect(others).toEqual([]);
    expect(record?.request.body).toMatchObject({kind: 'bytes', note: expect.stringContaining('page')});
    expect(record?.request.seenBy).toEqual(['web-request', 'page-hook']);
  });

  it.each([
    ['exact bytes', [before, buildHook({body: bytesOf('[666]')})]],
    ['exact bytes that come later', [buildHook(), before]],
    [
      'a first part',
      [{...before, body: {kind: 'cut', bytes: new Uint8Array([91]), reason: 'cut'}} as Observation, hook],
    ],
    ['form fields', [{...before, body: {kind: 'form', fields: {a: ['1']}}} as Observation, hook]],
  ])('never replaces %s', (_, observations) => {
    for (const {request} of mergeAll(observations).filter(({request}) =>
      request.seenBy.includes('web-request'),
    )) {
      expect(request.body).not.toHaveProperty('note');
    }
  });

  it.each([
    ['the page is first', [0, 1, 2, 3]],
    ['webRequest is first', [3, 2, 1, 0]],
  ])('is joined to the request of its own frame, if two frames send at once and %s', (_, order) => {
    const inFrame = (frameId: number): Observation[] => [
      buildHook({at: 1_000 + frameId, frameId, body: bytesOf(`[${frameId}]`)}),
      {...blob, requestId: `r${frameId}`, at: 1_001, origin: {...blob.origin, frameId}},
    ];
    const [hook0, start0, hook5, start5] = [...inFrame(0), ...inFrame(5)];
    const all = [hook0, hook5, start5, start0];
    const records = mergeAll(order.flatMap((index) => all[index] ?? []));
    expect(records.map(({request: {body}, requestIds}) => [requestIds, body]).sort()).toMatchObject([
      [['r0'], bytesOf('[0]')],
      [['r5'], bytesOf('[5]')],
    ]);
  });

  it.each([0, 1, 3, 20])(
    'is joined in its order, if it is first and the next request is %i ms later',
    (gap) => {
      const indexes = [0, 1, 2];
      const records = mergeAll([
        ...indexes.map((index) => buildHook({at: 1_000 + index * gap, body: bytesOf(`[${index}]`)})),
        ...indexes.map((index) => ({...blob, requestId: `r${index}`, at: 1_004.5 + index * gap})),
      ]);
      expect(records.map(({requestIds}) => requestIds)).toEqual(indexes.map((index) => [`r${index}`]));
    },
  );

  const shown: [string, Observation[]][] = [
    ['webRequest', [before]],
    ['webRequest, whose start was lost', [sent]],
    ['DevTools', [buildHar({answer: null})]],
  ];
  it.each(shown)('may not have been sent, until it is shown by %s', (_, views) => {
    const [record] = mergeAll([hook]);
    expect(record?.request.outcome).toEqual({
      state: 'unknown',
      reason: 'Only the page hook reported it. It may not have been sent.',
    });
    const records = mergeAll([hook, ...views]);
    expect(records.map(({request}) => request.outcome)).toEqual([{state: 'pending'}]);
    expect(mergeAll([...views, hook]).map(({request}) => request.outcome)).toEqual([{state: 'pending'}]);
  });

  it.each([1, 2, 3])('is one row each if the page’s policy stopped %i with a Blob, and others', (count) => {
    const each = Array.from({length: count}, (_, index) => buildHook({at: 1_000 + index}));
    const missing = {kind: 'missing', reason: 'unknown'} as const;
    const stopped = each.map((one) => ({...one, body: missing, blocked: 'connect-src'}));
    const notSent = each.map(({at}) => buildHar({startedAt: at, endedAt: at, answer: null, error: NOT_SENT}));
    for (const all of [
      [...each, ...stopped],
      each.flatMap((one, index) => [one, stopped[index] ?? one]),
      [...each, ...stopped, ...notSent],
      [...each, ...notSent, ...stopped],
      stopped,
    ]) {
      const outcomes = mergeAll(all).map(({request}) => request.outcome);
      expect(outcomes).toMatchObject(each.map(() => ({state: 'failed', error: 'connect-src'})));
    }
    // A text is only reported as blocked.
    const text = buildHook({at: 1_000, body: bytesOf('[2]'), blocked: 'connect-src'});
    const texts = mergeAll([...each, text, ...stopped]).map(({request: {body}}) =>
      body.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : body.kind,
    );
    expect(texts).toEqual([...each.map(() => '[1]'), '[2]']);
  });

  it('is a row of its own when the page’s policy stopped the request', () => {
    const records = mergeAll([before, buildHook({blocked: 'connect-src'})]);
    expect(records).toHaveLength(2);
    expect(records[1]?.request).toMatchObject({
      seenBy: ['page-hook'],
      outcome: {state: 'failed', error: 'connect-src'},
    });
  });
});

const blocked = 'net::ERR_BLOCKED_BY_CLIENT';
it.each<[string, number, number, Observation]>([
  ['the page’s policy blocked', 1_000, 2, buildHook({blocked: 'connect-src'})],
  ['the page’s policy blocked', 2_500, 2, buildHook({blocked: 'connect-src'})],
  ['failed in DevTools at 1004', 2_500, 2, buildHar({endedAt: 1_004, answer: null, error: blocked})],
  ['was answered in DevTools at 1052', 2_500, 2, buildHar()],
  ['was answered in DevTools at 1003', 1_004, 1, buildHar({endedAt: 1_003})],
  ['was answered in DevTools at 1052', 990, 1, buildHar()],
  ['the page reported', 2_500, 1, buildHook()],
])('a request that %s and one that webRequest reports from %i on are %i', (_, at, count, first) => {
  expect(mergeAll([first, {...before, at}])).toHaveLength(count);
});

describe('own replays', () => {
  const replay = {
    sourceId: 'id-1',
    way: 'extension',
    marker: 'marker',
    claimed: true,
    timeoutSeconds: 120,
    followRedirects: false,
  } as const;
  const origin = {name: 'Origin', value: 'https://app.example.test'};

  function replayRecord(): CaptureRecord {
    const [record] = mergeAll([before]);
    if (!record) throw new Error('There is a record of every first observation.');
    const request = {
      ...record.request,
      seenBy: ['replay' as const],
      replay,
      headers: {state: 'known' as const, list: [origin]},
    };
    return {...record, request};
  }

  it('learn the headers really sent, but for those that a session rule sets later', () => {
    const list = [
      {name: 'Origin', value: 'chrome-extension://abc'},
      {name: 'Accept', value: '*/*'},
    ];
    const [record] = mergeAll(
      [buildPhase({phase: 'headers-sent', headers: {state: 'known', list}})],
      [replayRecord()],
    );
    expect(record?.request.headers).toEqual({state: 'known', list: [{name: 'Accept', value: '*/*'}, origin]});
  });

  const key = {name: 'x-api-key', value: null, secret: 'secret-1'};
  it.each([
    ['Chromium does not show it', []],
    ['Firefox shows it', [{...key, secret: 'secret-2'}]],
  ])('that follow redirects keep the credential that a rule sets: %s', (_, shown) => {
    const record = replayRecord();
    const headers = {state: 'known' as const, list: [origin, key]};
    record.request = {...record.request, headers, replay: {...replay, followRedirects: true}};
    const list = [{name: 'Accept', value: '*/*'}, ...shown];
    const sent = buildPhase({phase: 'headers-sent', headers: {state: 'known', list}});
    expect(mergeAll([sent], [record])[0]?.request.headers).toMatchObject({
      list: [{name: 'Accept', value: '*/*'}, origin, key],
    });
  });

  const location = {state: 'known', list: [{name: 'Location', value: 'https://else.test/'}]} as const;
  const found = {status: 302, statusText: 'Found', headers: location};
  const aborted = {...failed, error: 'net::ERR_ABORTED'};
  it.each([
    ['Chromium', [buildPhase({phase: 'redirected', ...found, to: 'https://else.test/'}), aborted]],
    ['Firefox', [buildPhase({phase: 'completed', ...found})]],
  ])('learn where a redirect would have led: %s', (_, phases) => {
    const [record] = mergeAll(phases, [replayRecord()]);
    expect(record?.request.outcome).toMatchObject({state: 'answered', status: 302, headers: location});
  });

  it('learn the answer of one that no page waits for any more', () => {
    const record = replayRecord();
    record.request = {...record.request, outcome: {state: 'unknown', reason: 'stopped'}};
    expect(mergeAll([completed], [record])[0]?.request.outcome).toMatchObject({
      state: 'answered',
      status: 200,
    });
  });

  it('leave the answer to the page that waits for it', () => {
    expect(mergeAll([completed], [replayRecord()])[0]?.request.outcome).toEqual({state: 'pending'});
  });

  it.each([
    ['our own request', 'extension', true, 1],
    ['a page’s request with the marker of an extension’s replay', 'extension', false, 2],
    ['the page’s request of a replay through the page', 'page', false, 1],
  ] as const)('know by the marker %s', (_, way, own, count) => {
    const record = {...replayRecord(), requestIds: []};
    record.request = {...record.request, replay: {...replay, way}};
    const phase = {...before, requestId: '99', mark: {marker: 'marker', own}};
    expect(mergeAll([phase], [record])).toHaveLength(count);
  });

  it('believe a page’s marker for one request only', () => {
    const record = {...replayRecord(), requestIds: []};
    record.request = {...record.request, replay: {...replay, way: 'page'}};
    const phase = {...before, requestId: '99', mark: {marker: 'marker', own: false}};
    expect(mergeAll([phase, {...phase, requestId: '100'}], [record])).toHaveLength(2);
  });

  it('are not joined by what DevTools shows of the page', () => {
    expect(mergeAll([har], [replayRecord()])).toHaveLength(2);
  });
});

it.each([
  ['a beacon', 'ping', 'net::ERR_ABORTED', 'unknown'],
  ['a beacon', 'beacon', 'NS_BINDING_ABORTED', 'unknown'],
  ['a beacon', 'ping', 'net::ERR_CONNECTION_REFUSED', 'failed'],
  ['a fetch', 'xmlhttprequest', 'net::ERR_ABORTED', 'failed'],
  ['a fetch whose page is left', 'xmlhttprequest', 'net::ERR_ABORTED', 'unknown', true],
  ['a fetch whose page is left', 'xmlhttprequest', 'NS_BINDING_ABORTED', 'unknown', true],
  ['a fetch whose page is left', 'xmlhttprequest', 'net::ERR_CONNECTION_REFUSED', 'failed', true],
  ['a fetch of a page or worker that is unknown', 'xmlhttprequest', 'net::ERR_ABORTED', 'unknown', null],
  [
    'a fetch of a page or worker that is unknown',
    'xmlhttprequest',
    'net::ERR_CONNECTION_REFUSED',
    'failed',
    null,
  ],
] as [string, string, string, string, (boolean | null)?][])(
  '%s of type %s that ends with %s is %s',
  (_, type, error, state, pageLeft = false) => {
    const start = buildPhase({phase: 'before-request', body: bytesOf('[1]'), origin: {type}});
    const end = buildPhase({phase: 'failed', error, at: 1_050, origin: {type}, pageLeft});
    expect(mergeAll([start, end])[0]?.request.outcome.state).toBe(state);
  },
);

it.each([
  ['ping', true],
  ['beacon', true],
  ['xmlhttprequest', false],
])('only of a beacon whose page is left the browser is known to send it: %s', (type, isSent) => {
  const start = buildPhase({phase: 'before-request', body: bytesOf('[1]'), origin: {type}});
  const end = buildPhase({phase: 'failed', error: gone, at: 1_050, origin: {type}, pageLeft: true});
  const reason = expect.stringMatching(isSent ? /^Sent, but the page/ : /^The page .* may have received/);
  expect(mergeAll([start, end])[0]?.request.outcome).toMatchObject({state: 'unknown', reason});
});

const gone = 'net::ERR_ABORTED';
const unanswered = (error: string) => buildHar({answer: null, error, endedAt: 1_050});
const endedBy = (error: string) => buildPhase({phase: 'failed', error, at: 1_050});

it.each([
  ['a fetch that was cancelled', [unanswered(gone)], 'unknown'],
  ['a fetch that Firefox tells no more of', [unanswered(NO_RESPONSE)], 'unknown'],
  ['a fetch that was blocked, or whose page was left, before it was sent', [unanswered(NOT_SENT)], 'unknown'],
  ['one of them that webRequest says was refused', [before, unanswered(NOT_SENT), failed], 'failed'],
  ['a fetch that was refused', [unanswered('net::ERR_CONNECTION_REFUSED')], 'failed'],
  ['a fetch under way that was cancelled', [before, unanswered(gone)], 'unknown'],
  ['one that webRequest says its page gave up', [before, unanswered(gone), endedBy(gone)], 'failed'],
  ['one that webRequest says was refused', [before, unanswered(NO_RESPONSE), failed], 'failed'],
  ['one of which webRequest told the end alone', [unanswered(gone), endedBy(gone)], 'failed'],
])('by DevTools’ log alone it is unknown which side gave up: %s', (_, observations, state) => {
  const records = mergeAll(observations);
  expect(records).toHaveLength(1);
  expect(records[0]?.request.outcome.state).toBe(state);
});

describe('of a beacon whose page was left', () => {
  const origin = {type: 'ping'};
  const start = buildPhase({phase: 'before-request', body: bytesOf('[1]'), origin});
  const end = buildPhase({phase: 'failed', error: 'net::ERR_ABORTED', at: 1_050, origin});
  const unanswered = buildHar({answer: null, error: 'net::ERR_ABORTED', endedAt: 1_050});

  it.each([
    ['after', [start, end, unanswered]],
    ['before', [start, unanswered, end]],
  ])('DevTools’ word that it failed, said %s webRequest’s, changes nothing', (_, observations) => {
    const records = mergeAll(observations);
    expect(records).toHaveLength(1);
    expect(records[0]?.request.outcome.state).toBe('unknown');
  });

  it('an answer that DevTools saw does', () => {
    expect(mergeAll([start, end, buildHar()])[0]?.request.outcome).toMatchObject({
      state: 'answered',
      status: 200,
    });
  });
});
