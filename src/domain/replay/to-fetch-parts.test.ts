import {describe, expect, it} from 'vitest';
import {buildCaptured, buildReference} from './build-captured';
import {secretsOf, toFetchParts} from './to-fetch-parts';

const inAddress = buildReference('2');
const record = buildCaptured({
  url: `https://api.example.test/api/track?key=${inAddress}&q=%20#part`,
  headers: [
    {name: 'Content-Type', value: 'application/json'},
    {name: 'x-api-key', value: null, secret: 'secret-1'},
    {name: 'Origin', value: 'https://app.example.test'},
    {name: 'Referer', value: 'https://app.example.test/signup'},
  ],
  body: '[1]',
});

describe('toFetchParts', () => {
  it('puts the secrets back and parts the headers that only a session rule can set', () => {
    const values = new Map([
      ['secret-1', 'the key'],
      [inAddress, 'a%2Fb'],
    ]);
    expect(secretsOf(record)).toEqual(['secret-1', inAddress]);
    expect(toFetchParts(record, values)).toEqual({
      url: 'https://api.example.test/api/track?key=a%2Fb&q=%20#part',
      method: 'POST',
      headers: [
        ['Content-Type', 'application/json'],
        ['x-api-key', 'the key'],
      ],
      body: new TextEncoder().encode('[1]'),
      ruleHeaders: [
        ['Origin', 'https://app.example.test'],
        ['Referer', 'https://app.example.test/signup'],
      ],
      credentials: 'omit',
      missing: [],
    });
  });

  it('gives fetch the bytes of a header, as it takes no other characters', () => {
    const headers = [{name: 'X-City', value: 'Łódź é'}];
    const parts = toFetchParts(buildCaptured({headers}), new Map());
    const [, value = ''] = new Headers(parts.headers).entries().next().value ?? [];
    expect(new TextDecoder().decode(Uint8Array.from(value, (char) => char.charCodeAt(0)))).toBe('Łódź é');
  });

  it('leaves credentials to the rule where redirects are followed: fetch would take them along', () => {
    const replay = {
      sourceId: null,
      way: 'extension',
      marker: 'm',
      claimed: true,
      timeoutSeconds: 1,
      followRedirects: true,
    } as const;
    const values = new Map([
      ['secret-1', 'the key'],
      [inAddress, 'k'],
    ]);
    const {headers, ruleHeaders} = toFetchParts({...record, replay}, values);
    expect(headers).toEqual([['Content-Type', 'application/json']]);
    expect(ruleHeaders[0]).toEqual(['x-api-key', 'the key']);
  });

  it('names what cannot be sent because its secret is gone', () => {
    expect(toFetchParts(record, new Map()).missing).toEqual(['?key', 'x-api-key']);
  });

  it('gives no body where there is none', () => {
    expect(toFetchParts(buildCaptured({body: {kind: 'none'}}), new Map()).body).toBeNull();
  });
});
