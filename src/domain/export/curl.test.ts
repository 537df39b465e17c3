import {describe, expect, it} from 'vitest';
import {DECOMPRESSED_NOTE} from '../capture/merge/merge-bodies';
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

  it.each([undefined, new Map()])(
    'says nothing of gzip over a body that was recorded decompressed',
    (secrets) => {
      const bytes = new TextEncoder().encode('[1]');
      const request = buildCaptured({
        headers: [{name: 'Content-Encoding', value: 'gzip'}],
        body: {kind: 'bytes', bytes, note: DECOMPRESSED_NOTE},
      });
      const text = toCurl(request, {...(secrets && {secrets})});
      expect(text).toContain('[1]');
      expect(text).not.toContain('gzip');
      expect(text).toContain('# The body was recorded decompressed.');
    },
  );
});
