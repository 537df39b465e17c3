import {describe, expect, it} from 'vitest';
import {builtInPatterns} from './capture-patterns';
import {builtInEndpoints, matchEndpoint} from './endpoints';

const hosts = [
  'app.example.test',
  'localhost',
  '127.0.0.1',
  'api.segment.io',
  'api.segment.com',
  'eu1.segmentapis.com',
];
const endings = ['', '/', '?tz=1', '/?tz=1', '#x', '?a=/b#c'];

/** A match pattern as browsers interpret it: any port, any web scheme, `*` for any text of the path and query. */
function covers(pattern: string, url: URL): boolean {
  const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const quote = (text: string) => text.replaceAll(/[.?+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*');
  const hostMatches =
    host === '*' ||
    url.hostname === host.replace('*.', '') ||
    (host.startsWith('*.') && url.hostname.endsWith(host.slice(1)));
  return hostMatches && new RegExp(`^${quote(path)}$`).test(url.pathname + url.search);
}

describe('the patterns of the built-in endpoints', () => {
  it('cover every address that a built-in endpoint matches', () => {
    const paths = new Set(builtInEndpoints.map(({path}) => path));
    const urls = [...paths].flatMap((path) =>
      hosts.flatMap((host) =>
        endings.flatMap((ending) =>
          ['http', 'https'].flatMap((scheme) => [
            `${scheme}://${host}${path}${ending}`,
            `${scheme}://${host}:8443${path}${ending}`,
          ]),
        ),
      ),
    );
    const matched = urls.filter((url) => matchEndpoint({url, method: 'POST'}, {endpoints: []}) !== null);
    expect(matched.length).toBeGreaterThan(500);
    const missed = matched.filter((url) => !builtInPatterns.some((pattern) => covers(pattern, new URL(url))));
    expect(missed).toEqual([]);
  });

  it.each([
    'https://app.example.test/login',
    'https://app.example.test/v1/users',
    'https://cdn.test/api/other',
  ])('leave %s alone', (url) => {
    expect(builtInPatterns.filter((pattern) => covers(pattern, new URL(url)))).toEqual([]);
  });
});
