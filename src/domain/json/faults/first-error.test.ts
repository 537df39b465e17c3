import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findFirstError} from './first-error';
import type {JsonErrorCause} from './json-error-cause';

const faults: [text: string, cause: JsonErrorCause, offset: number, found: string][] = [
  ['', 'empty', 0, ''],
  [' \n\t', 'empty', 3, ''],
  ['\ufeff[]', 'byte-order-mark', 0, '\ufeff'],
  ['[1,2', 'truncated', 4, ''],
  ['[{"a":"b', 'truncated', 8, ''],
  ['[{"a":"b\\', 'truncated', 9, ''],
  ['["\\u00', 'truncated', 6, ''],
  ['{"a"', 'truncated', 4, ''],
  ['{"a":', 'truncated', 5, ''],
  ['{"a":tr', 'truncated', 7, ''],
  ['[-', 'truncated', 2, ''],
  ['[1.', 'truncated', 3, ''],
  ['[{"a":1}]\n[{"a":2}]', 'concatenated', 10, '['],
  ['{"a":1}\n{"a":2}\n', 'concatenated', 8, '{'],
  ['{"a":1},{"a":2}', 'concatenated', 7, ','],
  ['[] x', 'extra-text', 3, 'x'],
  ['[]]', 'extra-bracket', 2, ']'],
  ['}', 'extra-bracket', 0, '}'],
  [' ]1', 'extra-bracket', 1, ']'],
  ['[1]]', 'extra-bracket', 3, ']'],
  ['{} }', 'extra-bracket', 3, '}'],
  ['{,"a":1}', 'leading-comma', 1, ','],
  ['[,1]', 'leading-comma', 1, ','],
  ['{:1}', 'missing-key', 1, ':'],
  ['{"a":1,,"b":2}', 'extra-comma', 7, ','],
  ['[1,2,]', 'trailing-comma', 4, ','],
  ['{"a":1 , \n}', 'trailing-comma', 7, ','],
  ['[1,,2]', 'missing-value', 3, ','],
  ['{"a":,"b":1}', 'missing-value', 5, ','],
  ['{"a":}', 'missing-value', 5, '}'],
  ['{"a" 1}', 'missing-colon', 5, '1'],
  ['{"a"}', 'missing-colon', 4, '}'],
  ['{"a":1 "b":2}', 'missing-comma', 7, '"'],
  ['[{}\n{}]', 'missing-comma', 4, '{'],
  ['[1}', 'mismatched-bracket', 2, '}'],
  ['{"a":[1,}', 'mismatched-bracket', 8, '}'],
  ['// all\n[]', 'comments', 0, '// all'],
  ['[1, /* two */ 2]', 'comments', 4, '/* two */'],
  ['[1] # end', 'comments', 4, '# end'],
  ['{"a":1, // one\n"b":2}', 'comments', 8, '// one'],
  ['{"a":NaN}', 'nan', 5, 'NaN'],
  ['[-Infinity]', 'nan', 1, '-Infinity'],
  ['[undefined]', 'undefined', 1, 'undefined'],
  ['{"a":None}', 'foreign-literal', 5, 'None'],
  ['{"a":True}', 'foreign-literal', 5, 'True'],
  ["{'a':1}", 'single-quotes', 1, "'a'"],
  ['{"a":\'it\'}', 'single-quotes', 5, "'it'"],
  ['{“a”:1}', 'smart-quotes', 1, '“'],
  ['{a:1}', 'unquoted-key', 1, 'a'],
  ['{"a":hello}', 'unquoted-text', 5, 'hello'],
  ['[01]', 'bad-number', 1, '01'],
  ['[+1]', 'bad-number', 1, '+1'],
  ['[.5]', 'bad-number', 1, '.5'],
  ['[1.]', 'bad-number', 1, '1.'],
  ['[0x1F]', 'bad-number', 1, '0x1F'],
  ['["a\nb"]', 'control-character', 3, '\n'],
  ['["a\\xb"]', 'bad-escape', 3, '\\x'],
  ['["\\u12G4"]', 'bad-escape', 2, '\\u12'],
  ['[1,\u00a02]', 'invisible-character', 3, '\u00a0'],
  ['{"a":{{user}}}', 'placeholder', 5, '{{user}}'],
  ['{"a":%user%}', 'placeholder', 5, '%user%'],
  ['{"a":<user-id>}', 'placeholder', 5, '<user-id>'],
  ['<!DOCTYPE html><p>', 'markup', 0, '<'],
  ['hello', 'unquoted-text', 0, 'hello'],
  ['\u001f\u008b', 'invisible-character', 0, '\u001f'],
];

describe('findFirstError', () => {
  it.each(faults)('names the first fault of %j: %s at %i', (text, cause, offset, found) => {
    expect(findFirstError(text)).toMatchObject({cause, offset, found, length: found.length});
  });

  it('counts lines and columns from 1 and says what is expected', () => {
    expect(findFirstError('[\r\n  {"a": 1\r\n   "b": 2}]')).toMatchObject({
      line: 3,
      column: 4,
      expected: 'a comma or }',
    });
  });

  it('takes text that is nested deeper than any stack', {timeout: 30_000}, () => {
    const deep = '['.repeat(300_000);
    expect(findFirstError(deep)).toMatchObject({cause: 'truncated', offset: 300_000});
    expect(findFirstError(deep + ']'.repeat(300_000))).toBeNull();
  });

  it('shortens what it shows', () => {
    expect(findFirstError(`[${'x'.repeat(500)}]`)?.found).toHaveLength(40);
  });

  it('finds a fault exactly where JSON.parse does', {timeout: 30_000}, () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '1',
      '-',
      '.',
      'e',
      'true',
      ' ',
      '\n',
      '\\u00',
      'd',
      "'",
      '//',
      '\ufeff',
      'é',
      '\u2028',
      '0',
    );
    const texts = fc.oneof(
      fc.json(),
      fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join('')),
      fc.tuple(fc.json(), fc.nat(), piece).map(([text, at, other]) => splice(text, at, other)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(findFirstError(text) === null).toBe(parses(text));
      }),
      {numRuns: 2000},
    );
  });
});

function splice(text: string, at: number, insert: string): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + 1);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
