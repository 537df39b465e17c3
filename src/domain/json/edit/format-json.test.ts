import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatJson} from './format-json';

describe('formatJson', () => {
  it('lays text out as JSON.stringify does, whatever its whitespace was', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 4, '\t'), (json, space) => {
        const value = JSON.parse(json);
        expect(formatJson(JSON.stringify(value, null, space))).toBe(JSON.stringify(value, null, 2));
        expect(formatJson(JSON.stringify(value), '\t')).toBe(JSON.stringify(value, null, '\t'));
      }),
    );
  });

  it('changes no token', () => {
    expect(
      formatJson('{"n":12345678901234567890,"x":1e400,"z":-0,"k":1,"k":"\\u00e9\\/  \\"]","e":[ ]}'),
    ).toBe(
      '{\n  "n": 12345678901234567890,\n  "x": 1e400,\n  "z": -0,\n  "k": 1,\n  "k": "\\u00e9\\/  \\"]",\n  "e": []\n}',
    );
  });

  it('keeps all that is not whitespace of any text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      ' ',
      'x',
      '\n',
      '/',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), (pieces) => {
        const text = pieces.join('');
        const bare = (json: string) => json.replace(/\s/g, '');
        expect(bare(formatJson(text))).toBe(bare(text));
      }),
      {numRuns: 1000},
    );
  });

  it('keeps what is nested very deep on one line, so that it does not outgrow the text', {
    timeout: 30_000,
  }, () => {
    const depth = 200_000;
    const text = '['.repeat(depth) + ']'.repeat(depth);
    const formatted = formatJson(text);
    expect(formatted.length).toBeLessThan(text.length * 2);
    expect(formatted.replace(/\s/g, '')).toBe(text);
  });
});
