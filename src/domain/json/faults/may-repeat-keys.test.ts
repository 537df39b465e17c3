import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../json-value';
import {findDuplicateKeys} from './find-duplicate-keys';
import {TOO_DEEP} from './max-depth';
import {mayRepeatKeys} from './may-repeat-keys';

function ask(text: string): boolean {
  return mayRepeatKeys(text, JSON.parse(text.replace('\ufeff', '')) as JsonValue);
}

describe('mayRepeatKeys', () => {
  it.each([
    ['{"a":1,"b":{"a":1}}', false],
    ['[{"a":1},{"a":1}]', false],
    ['{"a":1,"a":1}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"a":{"b":1,"c":2},"a":1}', true],
    ['[0,{"x":[{"a":"}","a":[]}]}]', true],
    ['\ufeff {"a" \n:1 , "b"\t: "a"}', false],
    ['\ufeff {"" :1 , ""\r\n:2}', true],
    ['{"__proto__":1,"constructor":2,"1":3}', false],
    ['{"__proto__":1,"__proto__":2}', true],
    ['{"a":":","b\\"":"\\\\","c":"\\":"}', false],
    ['["a","b"]', false],
    ['"a"', false],
    ['null', false],
  ])('says of %s: %s', (text, expected) => {
    expect(ask(text)).toBe(expected);
  });

  it('says the same as a look at each key', () => {
    const key = fc.constantFrom('a', 'b', '\\u0061', ':', '\\"', '\\\\', '', '1', '__proto__', 'Ł');
    const space = fc.constantFrom('', '', ' ', '\n\t', '\r');
    const {document} = fc.letrec<{document: string}>((tie) => ({
      document: fc.oneof(
        {maxDepth: 4},
        fc.constantFrom('1', '-0.5e3', '":"', '"a\\":"', '"\\\\"', 'null', 'true', '"{"', '"\\u0022:"'),
        fc
          .tuple(space, fc.array(tie('document'), {maxLength: 3}))
          .map(([gap, entries]) => `[${gap}${entries.join(`${gap},`)}]`),
        fc
          .tuple(space, fc.array(fc.tuple(key, tie('document')), {maxLength: 4}))
          .map(
            ([gap, members]) =>
              `{${members.map(([name, value]) => `${gap}"${name}"${gap}:${gap}${value}`).join()}${gap}}`,
          ),
      ),
    }));
    fc.assert(
      fc.property(document, (text) => {
        expect(ask(text)).toBe(findDuplicateKeys(text).length > 0);
      }),
      {numRuns: 2000},
    );
  });

  it('takes a value that is as deep as any that is read', () => {
    const nest = (inner: string) => '{"a":['.repeat(TOO_DEEP / 2) + inner + ']}'.repeat(TOO_DEEP / 2);
    expect(ask(nest('1'))).toBe(false);
    expect(ask(nest('{"a":1,"a":2}'))).toBe(true);
  });
});
