import {describe, expect, it} from 'vitest';
import {matchEndpoint} from '../protocols/endpoints';
import {withoutUrlSecrets} from '../secrets/url-secrets';
import {keepShownUrl, keepUrl, PARAMETER_LIMIT, URL_LIMIT} from './keep-url';

const base = 'https://api.example.test/api/track';
const pairs = (count: number, pair: string) => Array.from({length: count}, () => pair).join('&');

describe('keeping an address', () => {
  it.each([
    base,
    `${base}?a=1&token=x#end`,
    `${base}?${pairs(PARAMETER_LIMIT, 'k=v')}`,
    `${base}?${'a'.repeat(URL_LIMIT - base.length - 1)}`,
    '',
  ])('leaves one of ordinary size as it is', (url) => {
    expect(keepUrl(url)).toEqual({url});
    expect(keepShownUrl(url)).toBe(url);
  });

  it('keeps the first parameters whole', () => {
    const url = `${base}?${pairs(20_000, 'token=secret')}`;
    const kept = keepUrl(url);
    expect(kept).toEqual({
      url: `${base}?${pairs(PARAMETER_LIMIT, 'token=secret')}`,
      urlLength: url.length,
    });
  });

  it.each([
    ['a value', `${base}?data=${'x'.repeat(2_000_000)}`],
    ['a path', `${base}/${'x'.repeat(2_000_000)}`],
    ['a fragment', `${base}#${'x'.repeat(2_000_000)}`],
    ['a host', `https://${'x'.repeat(2_000_000)}/api/track`],
    ['a query of nothing but separators', `${base}?${'&'.repeat(2_000_000)}`],
  ])('keeps the beginning of one with %s of 2 MB', (_, url) => {
    const kept = keepUrl(url);
    expect(kept.url.length).toBeLessThanOrEqual(URL_LIMIT);
    expect(kept.urlLength).toBe(url.length);
    expect(keepShownUrl(url)).toBe(`${kept.url}…`);
  });
});

describe('work on an address that a page made as bad as it could', () => {
  const worst: [string, string][] = [
    ['20,000 credentials', `${base}?${pairs(20_000, 'token=abcdefgh')}`],
    ['400,000 parameters', `${base}?${pairs(400_000, 'k=v')}`],
    ['question marks', `${base}${'?'.repeat(1_000_000)}`],
    ['one name', `${base}?${'token'.repeat(300_000)}`],
    ['percent signs', `${base}?${'%'.repeat(1_000_000)}=x`],
    ['a path of dots', `${base}${'/..'.repeat(400_000)}`],
    ['fragments', `${base}${'#token=1'.repeat(200_000)}`],
  ];
  it.each(worst)('is done in a moment: %s', (_, url) => {
    const started = performance.now();
    for (let phase = 0; phase < 5; phase += 1) {
      matchEndpoint({url, method: 'POST'}, {endpoints: []});
      withoutUrlSecrets(keepUrl(url).url, new Map());
    }
    // Quadratic work took 24 s here; on a busy machine linear work may take ten times its usual 60 ms.
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
