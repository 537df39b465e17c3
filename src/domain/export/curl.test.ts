import {describe, expect, it} from 'vitest';
import {buildCaptured} from '../replay/build-captured';
import {toCurl} from './curl';

describe('toCurl', () => {
  it('masks credentials unless asked', () => {
    const request = buildCaptured({
      url: 'https://a.test/?key=secret-2',
      headers: [
        {name: 'Authorization', value: 'Bearer plain'},
        {name: 'x-api-key', value: null, secret: 'secret-1'},
      ],
      body: '{"writeKey":"k\\"ey", "n": 12345678901234567890}',
    });
    const text = toCurl(request);
    expect(text).not.toMatch(/plain|secret-|k\\"ey/);
    expect(text).toContain('# Credentials are masked.');
    expect(text).toContain('{"writeKey":"MASKED", "n": 12345678901234567890}');
  });
});
