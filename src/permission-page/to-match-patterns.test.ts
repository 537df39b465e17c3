import {expect, it} from 'vitest';
import {toMatchPatterns} from './to-match-patterns';

it.each([
  [['https://app.example.test'], ['https://app.example.test/*']],
  [['http://127.0.0.1:8080', 'http://127.0.0.1:9090/x'], ['http://127.0.0.1/*']],
  [['http://[::1]:8080'], ['http://[::1]/*']],
  [['*://*.example.test/*'], ['*://*.example.test/*']],
  [['<all_urls>'], ['*://*/*']],
  [['*://*/*'], ['*://*/*']],
  [['javascript:alert(1)', 'file:///etc', 'x', ''], []],
])('%j becomes %j', (asked, patterns) => {
  expect(toMatchPatterns(asked)).toEqual(patterns);
});
