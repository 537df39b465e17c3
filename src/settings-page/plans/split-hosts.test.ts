import {expect, it} from 'vitest';
import {splitHosts} from './split-hosts';

it.each([
  ['', []],
  [' a.test, *.b.test  c.test:8080 ', ['a.test', '*.b.test', 'c.test:8080']],
  ['https://a.test/', ['a.test']],
  ['http://a.test:8080/api/track?x', ['a.test:8080']],
  ['a.test/api', ['a.test']],
  ['bücher.example', ['xn--bcher-kva.example']],
])('reads the hosts of a plan from %j', (text, hosts) => {
  expect(splitHosts(text)).toEqual(hosts);
});
