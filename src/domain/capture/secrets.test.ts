import {describe, expect, it} from 'vitest';
import {buildHar, bytesOf} from './build-observation';
import type {CapturedRequest} from './captured-request';
import {
  isSecretHeader,
  isSecretParameter,
  maskSecret,
  secretsOfHeaders,
  secretsOfUrl,
  withoutCredentials,
  withoutSecretParameterValues,
  withoutSecretValues,
} from './secrets';

describe('which names stand for credentials', () => {
  it.each([
    ['Authorization', true],
    ['x-api-key', true],
    ['KEY', true],
    ['X-Write-Key', true],
    ['Cookie', true],
    ['Set-Cookie', true],
    ['Content-Type', false],
    ['Origin', false],
    ['X-Retry-Count', false],
  ])('header %s: %s', (name, expected) => expect(isSecretHeader(name)).toBe(expected));

  it.each([
    ['api_key', true],
    ['writeKey', true],
    ['access%5Ftoken', true],
    ['%', false],
    ['group_id', false],
    ['keyword', false],
  ])('query parameter %s: %s', (name, expected) => expect(isSecretParameter(name)).toBe(expected));
});

describe('taking credentials out', () => {
  const url = 'https://api.example.test/api/track?a=%20&api_key=k%2F1&flag&token=#part?keyword=no';

  it('replaces those in a URL and leaves every other character', () => {
    expect(secretsOfUrl(url)).toEqual(['k%2F1']);
    expect(withoutSecretParameterValues(url, new Map([['k%2F1', 'secret-1']]))).toBe(
      'https://api.example.test/api/track?a=%20&api_key=secret-1&flag&token=#part?keyword=no',
    );
  });

  it('finds those in a fragment too, where some sign-ins put them', () => {
    expect(secretsOfUrl('https://app.example.test/#access_token=t&state=1')).toEqual(['t']);
  });

  it('takes a header’s address with a credential in it for one', () => {
    const headers = [
      {name: 'Location', value: 'https://a.test/?token=t'},
      {name: 'Referer', value: 'https://a.test/?page=1'},
    ];
    expect(secretsOfHeaders(headers)).toEqual(['https://a.test/?token=t']);
  });

  it('never lets one through that could not be kept', () => {
    expect(withoutSecretParameterValues(url, new Map())).not.toContain('k%2F1');
    expect(withoutSecretValues([{name: 'KEY', value: 'k'}], new Map())).toEqual([{name: 'KEY', value: null}]);
  });

  it('leaves a URL without a query as it is', () => {
    expect(withoutSecretParameterValues('https://a.test/b', new Map())).toBe('https://a.test/b');
  });

  it('replaces those in headers by their references', () => {
    const headers = [
      {name: 'Authorization', value: 'Bearer t'},
      {name: 'Accept', value: '*/*'},
    ];
    expect(secretsOfHeaders(headers)).toEqual(['Bearer t']);
    expect(withoutSecretValues(headers, new Map([['Bearer t', 'secret-2']]))).toEqual([
      {name: 'Authorization', value: null, secret: 'secret-2'},
      {name: 'Accept', value: '*/*'},
    ]);
  });
});

describe('showing credentials', () => {
  it.each([
    ['', '••••'],
    ['short-key', '••••'],
    ['Bearer abcdefgh', 'Bear••••gh'],
    ['😀😀😀😀😀😀😀😀😀😀😀😀', '😀😀😀😀••••😀😀'],
  ])('masks %s as %s', (value, masked) => expect(maskSecret(value)).toBe(masked));
});

describe('what outlives its session', () => {
  const har = buildHar();
  const request: CapturedRequest = {
    id: '1',
    url: 'https://api.example.test/v1/batch?key=secret-abc',
    method: 'POST',
    headers: {state: 'known', list: [{name: 'Authorization', value: null, secret: 'secret-1'}]},
    body: bytesOf('{"writeKey" : "w\\"k", "batch":[], "n": 12345678901234567890, "e":"é"}'),
    startedAt: 1,
    origin: {tabId: 1, frameId: 0, initiator: null, documentUrl: null, pageUrl: har.pageUrl, type: null},
    outcome: {state: 'pending'},
    seenBy: ['har'],
  };

  it('keeps the names of credentials and nothing that leads to their values', () => {
    expect(withoutCredentials(request)).toMatchObject({
      url: 'https://api.example.test/v1/batch?key=secret-forgotten',
      headers: {state: 'redacted', list: [{name: 'Authorization', value: null}]},
    });
    expect(JSON.stringify(withoutCredentials(request))).not.toMatch(/secret-(abc|1)/);
  });

  it('empties a write key inside the body and leaves every other byte', () => {
    expect(withoutCredentials(request).body).toEqual(
      bytesOf('{"writeKey" : "", "batch":[], "n": 12345678901234567890, "e":"é"}'),
    );
  });
});
