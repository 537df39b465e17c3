import {describe, expect, it} from 'vitest';
import {type HarLogEntry, harEntrySchema} from './har-log';
import {withoutServiceWorkerPairs} from './service-worker-pairs';

interface Parts {
  at?: number;
  time?: number;
  text?: string;
  headers?: string[];
  queueing?: number;
  response?: object;
  worker?: string;
}

function entry({
  at = 0,
  time = 50,
  text = '[1]',
  headers = ['Host'],
  queueing = 1,
  ...rest
}: Parts): HarLogEntry {
  return harEntrySchema.parse({
    startedDateTime: new Date(Date.UTC(2026, 10, 1) + at).toISOString(),
    time,
    request: {
      method: 'POST',
      url: 'https://a.test/api/track',
      headers: headers.map((name) => ({name, value: 'x'})),
      postData: {mimeType: 'application/json', text},
    },
    response: {status: 200, statusText: '', headers: [], ...rest.response},
    timings: {_blocked_queueing: queueing},
    _serviceWorkerRef: rest.worker,
  });
}

const lost = {status: 0, _error: 'net::ERR_FAILED'};
/** Chromium’s entry of a page whose service worker failed. */
const lostView = (parts: Parts = {}) =>
  entry({headers: ['User-Agent'], queueing: -1, response: lost, time: 60, ...parts});
const view = (parts: Parts = {}) => entry({response: {_fetchedViaServiceWorker: true}, time: 60, ...parts});
const own = (parts: Parts = {}) => entry({at: 5, ...parts});

describe('entries of a page and its service worker', () => {
  it.each<[string, HarLogEntry[], number]>([
    ['are one request', [view(), own()], 1],
    ['are one request if the worker is slow', [view({time: 20_000}), own({at: 15_000})], 1],
    ['are one request that failed for both', [lostView(), own({response: lost})], 1],
    ['are one request that failed for both, the worker’s first', [own({response: lost}), lostView()], 1],
    ['are one request that Playwright recorded', [entry({}), own({worker: 'service-worker@1'})], 1],
    ['are two requests of different bytes', [lostView(), own({text: '[2]', response: lost})], 2],
    ['are two requests, one after the other had ended', [lostView(), own({at: 500})], 2],
    ['are two requests, one failed at once, and was sent again', [lostView({time: 0}), own({at: 900})], 2],
    [
      'are two requests, one failed within a millisecond, and was sent again',
      [lostView({time: 0.3}), own({at: 0})],
      2,
    ],
    ['are two requests, one was sent again as it failed', [lostView({time: 5.4}), own({at: 5})], 2],
    ['are two requests, one was sent again as it was answered', [view({time: 5.4}), own({at: 5})], 2],
    ['are two requests, both refused before the network', [lostView(), lostView({at: 5})], 2],
    ['are two requests without a worker', [entry({response: lost}), own({response: lost})], 2],
  ])('%s', (_, entries, count) => {
    expect(withoutServiceWorkerPairs(entries).entries).toHaveLength(count);
  });
});
