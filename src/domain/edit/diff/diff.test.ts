import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {alignLists} from './align-lists';
import {diffJson} from './diff-json';

const odd = '"n":12345678901234567890,"n":1';

describe('diffJson', () => {
  it.each<[string, string, string, string[]]>([
    ['equal documents', `{${odd}}`, `{${odd}}`, []],
    ['other spaces only', `[{${odd}}]`, ` [ { "n" : 12345678901234567890 , "n":1 } ]\n`, []],
    ['a change as written', `[{"a":1e400,${odd}}]`, `[{"a":1e401,${odd}}]`, ['changed /0/a 1e400 1e401']],
    [
      'a digit that JSON.parse loses',
      '12345678901234567890',
      '12345678901234567891',
      ['changed  12345678901234567890 12345678901234567891'],
    ],
    ['another way to write the same', '["A"]', '["\\u0041"]', ['changed /0 "A" "\\u0041"']],
    ['an added member', '{}', '{"a/b":[1]}', ['added /a~1b null [1]']],
    ['a removed member', '{"a":1,"b":2}', '{"b":2}', ['removed /a 1 null']],
    [
      'a renamed key',
      '{"event":"x"}',
      '{"event_name":"x"}',
      ['removed /event "x" null', 'added /event_name null "x"'],
    ],
    ['another order of keys', '{"a":1,"b":2}', '{"b":2,"a":1}', []],
    ['one duplicate of a key', '{"a":1,"a":2}', '{"a":1,"a":3}', ['changed /a 2 3']],
    ['a duplicate that went', '{"a":1,"a":2}', '{"a":1}', ['removed /a 2 null']],
    [
      'a removed event, the others in place',
      '[{"a":1},{"b":2},{"c":3}]',
      '[{"a":1},{"c":3}]',
      ['removed /1 {"b":2} null'],
    ],
    ['an added event in front', '[1,2]', '[0,1,2]', ['added /0 null 0']],
    [
      'an event that went from a formatted draft',
      '[{"a":1},{"b": "x  y"},{"c":3}]',
      '[\n  {"a": 1},\n  {"c": 3}\n]',
      ['removed /1 {"b": "x  y"} null'],
    ],
    [
      'an event changed and one added behind',
      '[{"a":1}]',
      '[{"a":2},3]',
      ['changed /0/a 1 2', 'added /1 null 3'],
    ],
    [
      'a member that went, of an event behind a removed one',
      '["A","B",{"x":1,"y":2}]',
      '["B",{"y":2}]',
      ['removed /0 "A" null', 'removed /1/x 1 null'],
    ],
    ['another kind of value', '{"a":{"b":1}}', '{"a":[1]}', ['changed /a {"b":1} [1]']],
    ['a byte order mark', '\uFEFF[1]', '[1]', []],
    ['the word __proto__', '{}', '{"__proto__":{"x":1}}', ['added /__proto__ null {"x":1}']],
  ])('tells %s', (_, before, after, told) => {
    const differences = diffJson(before, after);
    expect(differences.map((each) => `${each.kind} ${each.pointer} ${each.before} ${each.after}`)).toEqual(
      told,
    );
  });

  it('finds nothing in any document beside itself, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(diffJson(JSON.stringify(value), JSON.stringify(value, null, 2))).toEqual([]);
      }),
    );
  });

  it('tells a thousand corrected events of a batch', () => {
    const batch = (time: string) =>
      `[${Array.from({length: 1000}, (_, i) => `{"i":${i},"t":"${time}"}`).join()}]`;
    expect(diffJson(batch('a'), batch('b'))).toHaveLength(1000);
  });
});

describe('alignLists', () => {
  it('holds every item of both sides once and in order', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), {maxLength: 12});
    fc.assert(
      fc.property(list, list, (before, after) => {
        const pairs = alignLists(before, after);
        expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual([...before.keys()]);
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual([...after.keys()]);
        for (const pair of pairs) {
          const isSame =
            pair.before !== null && pair.after !== null && before[pair.before] === after[pair.after];
          expect(pair.isSame && !isSame).toBe(false);
        }
      }),
    );
  });
});
