import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type FlatRanges, hasLongLine, type ReadableText, toReadableText} from './readable-text';

function toPairs(added: FlatRanges): {from: number; to: number}[] {
  return Array.from({length: added.length / 2}, (_, index) => ({
    from: added[index * 2] ?? 0,
    to: added[index * 2 + 1] ?? 0,
  }));
}

function toText({lines}: ReadableText): string {
  return lines.join('\n');
}

function withoutAdded(readable: ReadableText): string {
  const text = toText(readable);
  let at = 0;
  let kept = '';
  for (const {from, to} of toPairs(readable.added)) {
    kept += text.slice(at, from);
    at = to;
  }
  return kept + text.slice(at);
}

describe('toReadableText', () => {
  it('breaks a single line into one line a member', () => {
    expect(toText(toReadableText('[{"a":1,"b":{"c":[]}},{}]'))).toBe(
      ['[', '  {', '    "a":1,', '    "b":{', '      "c":[]', '    }', '  },', '  {}', ']'].join('\n'),
    );
  });

  it.each([
    ['strings', '["a,b:{c}[\\"d,\\\\"]', '[\n  "a,b:{c}[\\"d,\\\\"\n]'],
    ['comments', '[1, // one, two\n2]', '[\n  1, \n  // one, two\n2\n]'],
    ['line breaks that stand already', '{\r\n"a": 1\r\n}', '{\r\n"a": 1\r\n}'],
    ['an unterminated string', '{"a":"b,c', '{\n  "a":"b,c'],
    ['what follows too many closing brackets', ']}[1]', '\n]\n}[\n  1\n]'],
  ])('leaves %s alone', (_, text, readable) => {
    expect(toText(toReadableText(text))).toBe(readable);
  });

  it('adds whitespace only, and says where: without it stands the original, character by character', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      ' ',
      '\n',
      '\r',
      '/',
      '*',
      '1e400',
      '\u2028',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(token, {maxLength: 60}), (tokens) => {
        const text = tokens.join('');
        const readable = toReadableText(text);
        expect(withoutAdded(readable)).toBe(text);
        expect(readable.lines.join('')).not.toContain('\n');
        for (const {from, to} of toPairs(readable.added))
          expect(toText(readable).slice(from, to)).toMatch(/^\s+$/);
      }),
      {numRuns: 2000},
    );
  });

  it('keeps the meaning of any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(toText(toReadableText(text)))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('hasLongLine', () => {
  it.each([
    ['a short text', '{}', false],
    ['one long line', 'x'.repeat(161), true],
    ['a long text of short lines', 'x'.repeat(100).concat('\n').repeat(9), false],
    ['a long line among short ones', `${'x\n'.repeat(99)}${'y'.repeat(200)}\nz`, true],
  ])('of %s', (_, text, expected) => {
    expect(hasLongLine(text)).toBe(expected);
  });
});
