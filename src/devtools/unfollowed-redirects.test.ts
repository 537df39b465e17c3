import {describe, expect, it} from 'vitest';
import type {HarEntry} from './har-entry';
import {createRedirectWatch} from './unfollowed-redirects';

const start = Date.UTC(2026, 10, 1);

interface Parts {
  headers?: string[];
  queueing?: number;
  response?: object;
}

/** As a request that was sent, if its parts do not say otherwise. */
function entry(url: string, at: number, parts: Parts = {}): HarEntry {
  const {headers = ['Host'], queueing = 1, response} = parts;
  return {
    startedDateTime: new Date(start + at).toISOString(),
    time: 10,
    request: {method: 'POST', url, headers: headers.map((name) => ({name, value: 'x'})), headersSize: -1},
    response: {status: 200, statusText: '', headers: [], ...response},
    timings: {_blocked_queueing: queueing},
  };
}

const redirect = (url: string, redirectURL: string, at = 0) =>
  entry(url, at, {response: {status: 307, redirectURL}});
const provisional = {headers: ['User-Agent', 'Referer'], queueing: -1};
const cancelled = (url: string, at = 12, parts: Parts = provisional) =>
  entry(url, at, {...parts, response: {status: 0, _error: 'net::ERR_ABORTED'}});

describe('an entry for a redirect that is not followed', () => {
  const [from, to] = ['https://a.test/api/track', 'https://a.test/next'];
  it.each<[string, HarEntry[], boolean]>([
    ['is known', [redirect(from, '/next'), cancelled(to)], true],
    ['is known by an absolute address', [redirect(from, `${to}#x`), cancelled(to)], true],
    ['is known on the address itself', [redirect(from, from), cancelled(from)], true],
    [
      'is not one that was sent over HTTP/1.1',
      [redirect(from, to), cancelled(to, 12, {...provisional, headers: ['Host']})],
      false,
    ],
    [
      'is not one that was sent over HTTP/2',
      [redirect(from, to), cancelled(to, 12, {...provisional, headers: [':authority']})],
      false,
    ],
    [
      'is not one that was queued',
      [redirect(from, to), cancelled(to, 12, {...provisional, queueing: 1})],
      false,
    ],
    ['is not one that was answered', [redirect(from, to), entry(to, 12)], false],
    [
      'is not one that failed otherwise',
      [redirect(from, to), entry(to, 12, {...provisional, response: {status: 0, _error: 'net::ERR_FAILED'}})],
      false,
    ],
    ['is not one of another address', [redirect(from, to), cancelled(from)], false],
    ['is not one that comes much later', [redirect(from, to), cancelled(to, 5_000)], false],
    ['is not the second of one redirect', [redirect(from, to), entry(to, 12), cancelled(to)], false],
    ['is not one without a redirect', [cancelled(to)], false],
    ['is not one of an address that is none', [redirect(from, 'https://'), cancelled(to)], false],
  ])('%s', (_, entries, expected) => {
    const isUnfollowed = createRedirectWatch();
    expect(entries.map((each) => isUnfollowed(each)).at(-1)).toBe(expected);
  });

  it('is known among many', () => {
    const isUnfollowed = createRedirectWatch();
    for (let index = 0; index < 1_000; index++) isUnfollowed(redirect(from, `/other-${index}`));
    isUnfollowed(redirect(from, to));
    expect(isUnfollowed(cancelled(to))).toBe(true);
  });
});
