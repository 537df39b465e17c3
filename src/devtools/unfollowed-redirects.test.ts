import {describe, expect, it} from 'vitest';
import type {HarEntry} from './har-entry';
import {createRedirectWatch} from './unfollowed-redirects';

const start = Date.UTC(2026, 10, 1);

function entry(url: string, at: number, parts: {headersSize?: number; response?: object} = {}): HarEntry {
  const {headersSize = 500, response} = parts;
  return {
    startedDateTime: new Date(start + at).toISOString(),
    time: 10,
    request: {method: 'POST', url, headers: [], headersSize},
    response: {status: 200, statusText: '', headers: [], ...response},
  };
}

const redirect = (url: string, redirectURL: string, at = 0) =>
  entry(url, at, {response: {status: 307, redirectURL}});
const cancelled = (url: string, at = 12, headersSize = -1) =>
  entry(url, at, {headersSize, response: {status: 0, _error: 'net::ERR_ABORTED'}});

describe('an entry for a redirect that is not followed', () => {
  const [from, to] = ['https://a.test/api/track', 'https://a.test/next'];
  it.each<[string, HarEntry[], boolean]>([
    ['is known', [redirect(from, '/next'), cancelled(to)], true],
    ['is known by an absolute address', [redirect(from, `${to}#x`), cancelled(to)], true],
    ['is known on the address itself', [redirect(from, from), cancelled(from)], true],
    ['is not one whose request was sent', [redirect(from, to), cancelled(to, 12, 500)], false],
    ['is not one that was answered', [redirect(from, to), entry(to, 12)], false],
    [
      'is not one that failed otherwise',
      [
        redirect(from, to),
        entry(to, 12, {headersSize: -1, response: {status: 0, _error: 'net::ERR_FAILED'}}),
      ],
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
