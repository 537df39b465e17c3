import {expect, it} from 'vitest';
import {matchEndpoint} from './endpoints';
import {toUrlHost, toUrlPath} from './to-url-part';

it.each([
  ['bücher.example', '/x', 'https://bücher.example/x'],
  ['*.Bücher.example:8443', '/x', 'https://a.bücher.example:8443/x'],
  ['a.test', '/späth', 'https://a.test/späth'],
  ['a.test', '/a b/*', 'https://a.test/a b/c'],
  ['a.test', '/x?v=1#part', 'https://a.test/x?v=2'],
  ['a.test', '//x', 'https://a.test//x'],
  ['API.Test', '/%7bid%7D/*', 'https://api.test/%7bid%7D/x'],
  ['[::1]:8080', '/x', 'http://[::1]:8080/x'],
  ['*', '/*', 'https://a.test/any'],
])('an endpoint %s%s takes %s', (host, path, url) => {
  const endpoint = {host: toUrlHost(host), path: toUrlPath(path), protocol: 'segment'} as const;
  expect(matchEndpoint({method: 'POST', url}, {endpoints: [endpoint]})).toBe('segment');
  expect([toUrlHost(endpoint.host), toUrlPath(endpoint.path)]).toEqual([endpoint.host, endpoint.path]);
});

it.each(['', 'a b', 'collect', 'http://a.test/x'])('leaves what is not a path as it is: %j', (text) => {
  expect(toUrlPath(text)).toBe(text);
});
