import {expect, it} from 'vitest';
import {canParseUrl} from './parse-url';

const addresses: [url: string, base: string | undefined, isAddress: boolean][] = [
  ['https://bücher.example/x', undefined, true],
  ['https://日本.test/', undefined, true],
  ['https://a.test/späth', undefined, true],
  ['/ü', 'https://a.test/', true],
  ['https://ü b/', undefined, false],
  ['ü', undefined, false],
  ['https://a.test/x', undefined, true],
  ['/x', undefined, false],
];

it('tells addresses from other texts, also after V8 has optimized it', () => {
  const read = () => addresses.map(([url, base]) => canParseUrl(url, base));
  const right = addresses.map(([, , isAddress]) => isAddress);
  expect(read()).toEqual(right);
  let count = 0;
  for (let i = 0; i < 200_000; i++) if (canParseUrl(`https://a.test/${i % 10}`)) count++;
  expect(count).toBe(200_000);
  expect(read()).toEqual(right);
});
