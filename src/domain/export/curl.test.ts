import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {DECOMPRESSED_NOTE} from '../capture/body-notes';
import type {CapturedBody} from '../capture/captured-request';
import {readPasted} from '../edit/paste/paste';
import {buildCaptured} from '../replay/build-captured';
import {propertyOptions} from '../testing/property-options';
import {toCurl} from './curl';
import {quotePosix} from './quote-posix';

const encode = (text: string) => new TextEncoder().encode(text);

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

  it.each<[string, string | null, RegExp]>([
    ['HEAD', null, /^curl \S+ \\\n {2}--head$/],
    ['head', null, /^curl \S+ \\\n {2}--head$/],
    ['HEAD', '[1]', /^# A response to HEAD .*\ncurl \S+ \\\n {2}-X HEAD \\\n[\s\S]*--data-raw '\[1\]'$/],
    ['GET', '[1]', /^curl \S+ \\\n {2}-X GET \\\n[\s\S]*--data-raw '\[1\]'$/],
  ])('sends %s with the body %j as it is', (method, text, expected) => {
    const body: CapturedBody = text === null ? {kind: 'none'} : {kind: 'bytes', bytes: encode(text)};
    const command = toCurl(buildCaptured({method, body, headers: []}));
    expect(command).toMatch(expected);
    expect(readPasted(command)).toMatchObject({
      requests: [{method: method.toUpperCase(), body: text === null ? null : encode(text)}],
    });
  });

  const piece = fc.constantFrom('\\', "'", '\\\\', '; touch owned', 'n', '"', '=', '%', '\n');
  it('writes words that fish reads as a POSIX shell does', () => {
    const property = fc.property(fc.array(piece, {minLength: 1}), (parts) => {
      const text = parts.join('');
      expect(readWord(quotePosix(text), "'\\")).toBe(text);
      expect(readWord(quotePosix(text), '')).toBe(text);
    });
    fc.assert(property, propertyOptions(1_000));
  });

  it.each(['\f', '\v', '\f \v'])(
    'sends a header of only white space without it, and says so: %j',
    (value) => {
      const command = toCurl(buildCaptured({headers: [{name: 'x-blank', value}], body: '[1]'}));
      expect(command).toContain("-H 'x-blank;'");
      expect(command).toMatch(/^# A header that contains only white space is sent without it/m);
    },
  );

  it.each(['=ls', '%self', '~', '*'])('quotes %s, which is more than a word to some shell', (text) => {
    expect(quotePosix(text)).toBe(`'${text}'`);
  });

  it('writes no mark that calls a former command, where an old bash looks for it', () => {
    expect(toCurl(buildCaptured({headers: [{name: 'a', value: '\u0003!!'}], body: '\u0003!!'}))).not.toMatch(
      /!/,
    );
  });
});

/** Reads a word of a shell in which a backslash within single quotes escapes these characters. */
function readWord(word: string, escaped: string): string {
  let text = '';
  let isQuoted = false;
  for (let at = 0; at < word.length; at += 1) {
    const char = word.charAt(at);
    const next = word.charAt(at + 1);
    if (char === '\\' && (!isQuoted || escaped.includes(next))) {
      text += next;
      at += 1;
    } else if (char === "'") isQuoted = !isQuoted;
    else {
      // Inside a word, `=` and `%` are literal.
      if (!isQuoted) expect(char).toMatch(at === 0 ? /[\w"]/ : /[\w"=%]/);
      text += char;
    }
  }
  expect(isQuoted).toBe(false);
  return text;
}
