import {describe, expect, it} from 'vitest';
import {defaultSettings} from '../settings';
import {type HarLogEntry, harEntrySchema} from './har-log';
import {importHarFile} from './import-har';
import {createRedirectWatch, findUnfollowed} from './unfollowed-redirects';

const start = Date.UTC(2026, 10, 1);

interface Parts {
  headers?: string[];
  queueing?: number | undefined;
  response?: object;
}

/** A request that was sent, unless its parts say otherwise. */
function entry(url: string, at: number, parts: Parts = {}): HarLogEntry {
  const {headers = ['Host'], response} = parts;
  return harEntrySchema.parse({
    startedDateTime: new Date(start + at).toISOString(),
    time: 10,
    request: {method: 'POST', url, headers: headers.map((name) => ({name, value: 'x'})), headersSize: -1},
    response: {status: 200, statusText: '', headers: [], ...response},
    timings: {_blocked_queueing: 'queueing' in parts ? parts.queueing : 1},
  });
}

const redirect = (url: string, redirectURL: string, at = 0) =>
  entry(url, at, {response: {status: 307, redirectURL}});
const provisional = {headers: ['User-Agent', 'Referer'], queueing: -1};
const cancelled = (url: string, at = 12, parts: Parts = provisional) =>
  entry(url, at, {...parts, response: {status: 0, _error: 'net::ERR_ABORTED'}});

describe('an entry for a redirect that is not followed', () => {
  const [from, to] = ['https://a.test/api/track', 'https://a.test/next'];
  it.each<[string, HarLogEntry[], boolean]>([
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
    [
      'is known if the browser redirected it itself',
      [
        entry('http://a.test/api/track', 0, {
          response: {
            status: 307,
            statusText: 'Internal Redirect',
            headers: [{name: 'Non-Authoritative-Reason', value: 'HSTS'}],
            redirectURL: from,
          },
        }),
      ],
      true,
    ],
    ['is not one of another address', [redirect(from, to), cancelled(from)], false],
    ['is not one that comes much later', [redirect(from, to), cancelled(to, 5_000)], false],
    ['is not the second of one redirect', [redirect(from, to), entry(to, 12), cancelled(to)], false],
    ['is not one without a redirect', [cancelled(to)], false],
    [
      'is not one of a log from which headers were removed',
      [redirect(from, to), cancelled(to, 12, {...provisional, headers: []})],
      false,
    ],
    [
      'is not one of a log without Chromium’s own times',
      [redirect(from, to), cancelled(to, 12, {...provisional, queueing: undefined})],
      false,
    ],
    ['is not one of an address that is none', [redirect(from, 'https://'), cancelled(to)], false],
  ])('%s', (_, entries, expected) => {
    const isUnfollowed = createRedirectWatch();
    expect(entries.map((each) => isUnfollowed(each, each.startedDateTime)).at(-1)).toBe(expected);
    // A log may contain them in any order.
    const last = entries.at(-1);
    for (const log of [entries, entries.toReversed()])
      expect([...findUnfollowed(log)]).toEqual(expected ? [last] : []);
  });

  it('is known among many', () => {
    const others = Array.from({length: 2_000}, (_, index) => redirect(from, `/other-${index}`));
    const asked = cancelled(to);
    const isUnfollowed = createRedirectWatch();
    for (const each of [...others, redirect(from, to)]) isUnfollowed(each, each.startedDateTime);
    expect(isUnfollowed(asked, asked.startedDateTime)).toBe(true);
  });

  it('is one for each redirect', () => {
    const twice = [redirect(from, to), redirect(from, to, 1), cancelled(to, 11), cancelled(to, 12)];
    const isUnfollowed = createRedirectWatch();
    expect(twice.map((each) => isUnfollowed(each, each.startedDateTime))).toEqual([false, false, true, true]);
    expect(findUnfollowed([...twice, cancelled(to, 13)]).size).toBe(2);
  });

  it('is not known of a log that does not say when', () => {
    const timeless = [redirect(from, to), cancelled(to)].map((each) => ({...each, startedDateTime: null}));
    expect(findUnfollowed(timeless).size).toBe(0);
  });

  it('is found among 50,000 redirects to one address in time that grows with their number', () => {
    const pair = [redirect(from, to), cancelled(to)];
    const log = Array.from({length: 50_000}, (_, index) =>
      pair.map((each) => ({...each, startedDateTime: (each.startedDateTime ?? 0) + (index % 100)})),
    );
    const begun = performance.now();
    expect(findUnfollowed(log.flat()).size).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

/** Files that Chrome saved of the same visit: over HTTP/1.1 without sensitive data, over HTTP/2 with it. */
const recordings = import.meta.glob<string>('./redirects/*.har', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const visit = [
  'left_alone 307',
  'forbidden 307',
  'followed 307',
  'followed 401, redirected',
  'given_up 307',
  // Sent after a redirect, and cancelled a second later.
  'given_up unknown, redirected',
  'given_up_first unknown',
];

describe.each(Object.entries(recordings))('of a visit that Chrome recorded: %s', (_, text) => {
  const {entries} = (JSON.parse(text) as {log: {entries: {request: {url: string}}[]}}).log;
  const read = (log: readonly object[]) => {
    const file = new TextEncoder().encode(JSON.stringify({log: {entries: log}}));
    return importHarFile(file, {settings: defaultSettings, tabId: 1, newId: () => 'i'});
  };

  it.each<[string, readonly object[]]>([
    ['as it was saved', entries],
    ['reversed', entries.toReversed()],
    ['by address', entries.toSorted((a, b) => (a.request.url < b.request.url ? -1 : 1))],
  ])('all that was sent is imported, and nothing else: %s', (_, log) => {
    const {requests, unfollowed, others, faults} = read(log);
    expect({unfollowed, others, faults}).toEqual({unfollowed: 1, others: 0, faults: []});
    const found = requests.map(({url, outcome}) => {
      const {searchParams} = new URL(url);
      const end = outcome.state === 'answered' ? String(outcome.status) : outcome.state;
      const name = searchParams.get('first') ?? searchParams.get('reached');
      return `${name} ${end}${searchParams.has('reached') ? ', redirected' : ''}`;
    });
    expect(found).toEqual(expect.arrayContaining(visit));
    expect(found).not.toContainEqual(expect.stringMatching(/left_alone.*redirected|forbidden.*redirected/));
    expect(found).toHaveLength(entries.length - 1);
  });
});
