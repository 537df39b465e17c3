import {describe, expect, it} from 'vitest';
import {NO_RESPONSE, NOT_SENT} from '../domain/capture/failure';
import {type HarEntry, toHarContent} from './har-entry';
import {toHarObservation} from './to-har-observation';

const page = {tabId: 3, url: 'https://app.example.test/'};

function buildEntry(
  parts: {
    request?: Partial<HarEntry['request']>;
    response?: Partial<HarEntry['response']>;
    timings?: HarEntry['timings'];
  } = {},
): HarEntry {
  return {
    startedDateTime: '2026-04-30T07:08:47.123Z',
    time: 50.5,
    request: {
      method: 'POST',
      url: 'https://api.example.test/api/track',
      headers: [
        {name: ':authority', value: 'api.example.test'},
        {name: 'Content-Length', value: '3'},
      ],
      postData: {text: '[1]', mimeType: 'application/json'},
      ...parts.request,
    },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [],
      content: {size: 4, mimeType: 'text/plain'},
      ...parts.response,
    },
    timings: parts.timings,
  };
}

describe('an entry of DevTools’ log', () => {
  it('tells of the request, its bytes, its times and its answer', () => {
    expect(toHarObservation(buildEntry(), {text: 'done', isBase64: false}, page)).toMatchObject({
      tabId: 3,
      pageUrl: 'https://app.example.test/',
      startedAt: Date.UTC(2026, 3, 30, 7, 8, 47, 123),
      endedAt: Date.UTC(2026, 3, 30, 7, 8, 47, 123) + 50.5,
      headers: [{name: 'Content-Length', value: '3'}],
      body: {kind: 'bytes', bytes: new TextEncoder().encode('[1]')},
      answer: {status: 200, body: {kind: 'text', text: 'done', mimeType: 'text/plain'}},
      error: null,
      viaServiceWorker: false,
    });
  });

  const contents: [string, unknown, number, unknown][] = [
    ['Base64', ['ZMOp', 'base64'], 3, {kind: 'text', text: 'dé'}],
    ['a picture', ['R0lGODlhAQABAA==', 'base64'], 10, {kind: 'missing', reason: 'not-text'}],
    ['Chromium’s own promise', {content: 'done', encoding: ''}, 4, {kind: 'text', text: 'done'}],
    ['Firefox’ pair', ['done', 'text/plain'], 4, {kind: 'text', text: 'done'}],
    ['a page that has navigated', null, 4, {kind: 'missing', reason: 'navigated'}],
    ['an opaque answer', [null, ''], 4, {kind: 'missing', reason: 'opaque'}],
    ['an empty answer', ['', ''], 0, {kind: 'missing', reason: 'empty'}],
  ];
  it.each(contents)('reads the content of %s', (_, content, size, body) => {
    const entry = buildEntry({response: {content: {size}}});
    expect(toHarObservation(entry, toHarContent(content), page).answer).toMatchObject({body});
  });

  it('names the browser’s error where no answer came', () => {
    const entry = buildEntry({response: {status: 0, _error: 'net::ERR_CONNECTION_REFUSED'}});
    expect(toHarObservation(entry, null, page)).toMatchObject({
      answer: null,
      error: 'net::ERR_CONNECTION_REFUSED',
    });
  });

  it.each([
    ['blocked by a CSP, in Firefox', {headersSize: 0}, {bodySize: -1}, NOT_SENT],
    ['given up at once, in Firefox', {headersSize: 0}, {bodySize: 0}, NO_RESPONSE],
    [
      'that its page may have left on its way to the network, in Firefox',
      {headersSize: 0, headers: [{name: 'Connection', value: 'keep-alive'}]},
      {bodySize: -1},
      NO_RESPONSE,
    ],
    ['refused by the server, in Firefox', {headersSize: 466}, {bodySize: 0}, NO_RESPONSE],
    [
      'blocked, in Chromium',
      {headersSize: -1},
      {bodySize: -1, _error: 'net::ERR_UNSAFE_PORT'},
      'net::ERR_UNSAFE_PORT',
    ],
    ['of which nothing is known', {}, {}, NO_RESPONSE],
  ])('tells of one %s', (_, request, response, error) => {
    const entry = buildEntry({request, response: {status: 0, ...response}});
    expect(toHarObservation(entry, null, page)).toMatchObject({answer: null, error});
  });

  const announced = [{name: 'content-length', value: '209'}];
  it.each<[string, Partial<HarEntry['response']>, string | null]>([
    [
      'cut off, in Chromium',
      {_error: 'net::ERR_CONTENT_LENGTH_MISMATCH'},
      'net::ERR_CONTENT_LENGTH_MISMATCH',
    ],
    ['compressed and whole, in Chromium', {_error: null, headers: announced, content: {size: 100}}, null],
    ['cut off, in Firefox', {headers: announced, content: {size: 100}}, '100 of 209 bytes came'],
    ['whole, in Firefox', {headers: announced, content: {size: 209}}, null],
    ['changed by a service worker, in Firefox', {headers: announced, content: {size: 300}}, null],
    ['of a beacon, which Firefox does not read', {headers: announced, content: {size: 0}}, null],
    ['of no announced size', {content: {size: 100}}, null],
  ])('tells of an answer that is %s', (_, response, error) => {
    const observation = toHarObservation(buildEntry({response}), null, page);
    expect(observation).toMatchObject({error, answer: {status: 200}});
  });

  const onWire = [{name: 'Connection', value: 'keep-alive'}];
  const provisional = {headersSize: -1, headers: [{name: 'User-Agent', value: 'x'}]};
  const lost = {status: 0, _error: 'net::ERR_FAILED'};
  const unqueued = {_blocked_queueing: -1};
  it.each<[string, Parameters<typeof buildEntry>[0], {isPages: boolean; isStartUnknown?: true}]>([
    ['answered, in Chromium', {response: {_fetchedViaServiceWorker: true}}, {isPages: true}],
    ['not answered, in Chromium', {request: provisional, response: lost, timings: unqueued}, {isPages: true}],
    [
      'answered, in Firefox',
      {request: {headersSize: 0, headers: onWire}, response: {bodySize: 0}},
      {isPages: true, isStartUnknown: true},
    ],
    [
      'not answered, in Firefox',
      {request: {headersSize: 0, headers: onWire}, response: {status: 0, bodySize: -1}},
      {isPages: true, isStartUnknown: true},
    ],
    ['the worker’s own, in Chromium', {response: {_fetchedViaServiceWorker: false}}, {isPages: false}],
    [
      'the worker’s own without a server, in Chromium',
      {request: {headers: [{name: 'Host', value: 'x'}]}, response: lost, timings: {_blocked_queueing: 21.8}},
      {isPages: false},
    ],
    [
      'without a service worker, in Firefox',
      {request: {headersSize: 501}, response: {bodySize: 396}},
      {isPages: false},
    ],
    [
      'given up, in Firefox',
      {request: {headersSize: 0}, response: {status: 0, bodySize: 0}},
      {isPages: false},
    ],
  ])('is known as the page’s view of what its service worker handles, or not: %s', (_, parts, told) => {
    const {viaServiceWorker, isStartUnknown} = toHarObservation(buildEntry(parts), null, page);
    expect({isPages: viaServiceWorker, ...(isStartUnknown && {isStartUnknown})}).toEqual(told);
  });
});
