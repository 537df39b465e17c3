import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findDuplicateKeys} from './faults/find-duplicate-keys';
import type {JsonValue} from './json-value';
import {locateNearest} from './locate';
import {createPlaceFinder} from './place-at';
import {createTokenReader, memberToken, readToken, type TokenReader, takeValue} from './token-reader';

function listTokens(text: string): string[] {
  const found: string[] = [];
  const reader = createTokenReader(text);
  for (; reader.kind !== 'end'; readToken(reader)) {
    found.push(`${reader.kind} ${text.slice(reader.start, reader.end)}`);
  }
  return found;
}

/** The result of JSON.parse, assembled from the text's tokens. */
function parse(reader: TokenReader): JsonValue {
  const {text, kind, start} = reader;
  if (kind !== 'open') return JSON.parse(text.slice(start, reader.end)) as JsonValue;
  const members: [string, JsonValue][] = [];
  for (readToken(reader); reader.kind !== 'close'; readToken(reader)) {
    const {around} = reader;
    if (around && (reader.kind === 'open' || reader.kind === 'scalar')) {
      members.push([memberToken(text, around) ?? '', parse(reader)]);
    }
  }
  return text[start] === '[' ? members.map(([, value]) => value) : Object.fromEntries(members);
}

const piece = fc.constantFrom(
  ...['[', ']', '{', '}', ',', ':', '"', '"a"', '"a":', '\\', '1', '-', 'tru', ' ', '\n', '\u00a0', '\ufeff'],
);
const broken = fc.array(piece, {maxLength: 40}).map((pieces) => pieces.join(''));

describe('the token reader', () => {
  it.each([
    ['', []],
    ['\ufeff 1', ['scalar 1']],
    [
      '{"a":[1,null]}',
      ['open {', 'key "a"', 'colon :', 'open [', 'scalar 1', 'comma ,', 'scalar null', 'close ]', 'close }'],
    ],
    ['["]",true]', ['open [', 'scalar "]"', 'comma ,', 'scalar true', 'close ]']],
    ['["a\\"', ['open [', 'scalar "a\\"']],
    ['{"a\n"b":1}', ['open {', 'key "a', 'key "b"', 'colon :', 'scalar 1', 'close }']],
    ['{a:undefined,}', ['open {', 'key a', 'colon :', 'scalar undefined', 'comma ,', 'close }']],
    [']{"a" 1', ['close ]', 'open {', 'key "a"', 'key 1']],
  ])('reads %j', (text, tokens) => {
    expect(listTokens(text)).toEqual(tokens);
  });

  it.each([0, 2])('reads of any JSON what JSON.parse does, indented by %i', (indent) => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, indent);
        expect(parse(createTokenReader(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes a value in one step, up to the same place as token by token', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = ` ${JSON.stringify(value)} `;
        const reader = createTokenReader(text);
        expect(takeValue(reader, text.length - 2)).toBe(false);
        expect(takeValue(reader)).toBe(true);
        expect([reader.start, reader.end]).toEqual([1, text.length - 1]);
      }),
    );
  });

  it('reads any text once from its beginning to its end, and leaves out only whitespace', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const reader = createTokenReader(text);
        let at = text.startsWith('\ufeff') ? 1 : 0;
        for (; reader.kind !== 'end'; readToken(reader)) {
          expect(text.slice(at, reader.start)).toMatch(/^[ \n]*$/);
          expect(reader.end).toBeGreaterThan(reader.start);
          at = reader.end;
        }
        expect(text.slice(at)).toMatch(/^[ \n]*$/);
      }),
      {numRuns: 2000},
    );
  });

  it.each([
    ['open', '[{"a":'.repeat(100_000)],
    ['closed', `${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`],
    ['closed and never opened', '}]'.repeat(100_000)],
  ])('lets its visitors pass through 200,000 levels that are %s', (_, text) => {
    expect(findDuplicateKeys(text)).toEqual([]);
    expect(createPlaceFinder(text)(text.length).end).toBe(text.length);
    expect(locateNearest(text, ['/0/a/0/a']).size).toBeLessThanOrEqual(1);
  });
});
