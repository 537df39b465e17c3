import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findElements} from '../array-elements';
import {appendToken, splitPointer} from '../json-pointer';
import {isJsonObject, type JsonValue} from '../json-value';
import {applyEdits} from './edit-text';
import {type JsonEdit, JsonEditError} from './json-edit';

const keep = '{"n":12345678901234567890,"x":1e400,"z":-0,"k":1,"k":2,"s":"\\u00e9\\/"}';

describe('applyEdits', () => {
  it.each<[string, string, JsonEdit[], string]>([
    ['replaces a value', '{"a" : 1 }', [{op: 'replace', pointer: '/a', text: '1e400'}], '{"a" : 1e400 }'],
    ['replaces the document', ' [1] ', [{op: 'replace', pointer: '', text: '{}'}], ' {} '],
    [
      'replaces the last of a duplicated key',
      '{"a":1,"a":2}',
      [{op: 'replace', pointer: '/a', text: '3'}],
      '{"a":1,"a":3}',
    ],
    [
      'replaces behind a byte order mark',
      '\ufeff[1]',
      [{op: 'replace', pointer: '/0', text: '2'}],
      '\ufeff[2]',
    ],
    ['adds a member', '{"a":1}', [{op: 'add', pointer: '/b', text: '2'}], '{"a":1,"b":2}'],
    [
      'adds a member in the style of its siblings',
      '{ "a": 1, "c": 2 }',
      [{op: 'add', pointer: '/b', text: '3'}],
      '{ "a": 1, "c": 2, "b": 3 }',
    ],
    [
      'adds a second member in the style of the first',
      '{"a": 1}',
      [{op: 'add', pointer: '/b', text: '3'}],
      '{"a": 1, "b": 3}',
    ],
    [
      'adds a member on its own line',
      '{\n  "a": 1\n}',
      [{op: 'add', pointer: '/b', text: '2'}],
      '{\n  "a": 1,\n  "b": 2\n}',
    ],
    ['adds to an empty object', '[{}]', [{op: 'add', pointer: '/0/a', text: '1'}], '[{"a":1}]'],
    [
      'adds to an empty object of an indented document',
      '{\n  "a": {},\n  "b": 1\n}',
      [{op: 'add', pointer: '/a/x', text: '1'}],
      '{\n  "a": {\n    "x": 1\n  },\n  "b": 1\n}',
    ],
    [
      'adds with the line ends of the document',
      '{\r\n\t"a": {}\r\n}',
      [{op: 'add', pointer: '/a/x', text: '1'}],
      '{\r\n\t"a": {\r\n\t\t"x": 1\r\n\t}\r\n}',
    ],
    [
      'adds several members in order',
      '{}',
      [
        {op: 'add', pointer: '/a', text: '1'},
        {op: 'add', pointer: '/b', text: '2'},
      ],
      '{"a":1,"b":2}',
    ],
    [
      'adds a key that needs escapes',
      '{}',
      [{op: 'add', pointer: '/a"~1\ud800', text: '1'}],
      '{"a\\"/\\ud800":1}',
    ],
    ['adds __proto__ as a key', '{}', [{op: 'add', pointer: '/__proto__', text: '{}'}], '{"__proto__":{}}'],
    ['adds in place of a value that is there', '{"a":1}', [{op: 'add', pointer: '/a', text: '2'}], '{"a":2}'],
    ['appends an element', '[1, 2]', [{op: 'add', pointer: '/-', text: '3'}], '[1, 2, 3]'],
    ['appends at the length', '[]', [{op: 'add', pointer: '/0', text: '3'}], '[3]'],
    [
      'inserts an element',
      '[1, 2]',
      [
        {op: 'add', pointer: '/0', text: '0'},
        {op: 'add', pointer: '/1', text: '1.5'},
      ],
      '[0, 1, 1.5, 2]',
    ],
    ['removes the first', '{ "a": 1, "b": 2 }', [{op: 'remove', pointer: '/a'}], '{ "b": 2 }'],
    ['removes one between', '{"a":1 ,  "b":2,"c":3}', [{op: 'remove', pointer: '/b'}], '{"a":1,"c":3}'],
    ['removes the last', '{\n  "a": 1,\n  "b": 2\n}', [{op: 'remove', pointer: '/b'}], '{\n  "a": 1\n}'],
    ['removes the only one', '{ "a": 1 }', [{op: 'remove', pointer: '/a'}], '{}'],
    [
      'removes all',
      '[1, 2, 3]',
      [
        {op: 'remove', pointer: '/2'},
        {op: 'remove', pointer: '/0'},
        {op: 'remove', pointer: '/1'},
      ],
      '[]',
    ],
    [
      'removes neighbours',
      '[1, 2, 3, 4]',
      [
        {op: 'remove', pointer: '/1'},
        {op: 'remove', pointer: '/2'},
      ],
      '[1, 4]',
    ],
    [
      'removes every member of a duplicated key',
      '{"a":1,"b":2,"a":3}',
      [{op: 'remove', pointer: '/a'}],
      '{"b":2}',
    ],
    [
      'removes and adds',
      '[1, 2]',
      [
        {op: 'remove', pointer: '/0'},
        {op: 'remove', pointer: '/1'},
        {op: 'add', pointer: '/-', text: '3'},
      ],
      '[3]',
    ],
    [
      'removes the last and adds',
      '[1, 2]',
      [
        {op: 'remove', pointer: '/1'},
        {op: 'add', pointer: '/-', text: '3'},
      ],
      '[1, 3]',
    ],
    [
      'removes the first and inserts',
      '[1, 2]',
      [
        {op: 'remove', pointer: '/0'},
        {op: 'add', pointer: '/0', text: '3'},
      ],
      '[3, 2]',
    ],
    [
      'renames a key',
      '{"event" : "x"}',
      [{op: 'rename', pointer: '/event', key: 'event_name'}],
      '{"event_name" : "x"}',
    ],
    [
      'renames every member of a duplicated key',
      '{"a":1,"a":2}',
      [{op: 'rename', pointer: '/a', key: 'b'}],
      '{"b":1,"b":2}',
    ],
    [
      'renames to a name that is removed',
      '{"a":1,"b":2}',
      [
        {op: 'rename', pointer: '/a', key: 'b'},
        {op: 'remove', pointer: '/b'},
      ],
      '{"b":1}',
    ],
    [
      'renames and replaces one member',
      '{"a":1}',
      [
        {op: 'replace', pointer: '/a', text: '2'},
        {op: 'rename', pointer: '/a', key: 'b'},
      ],
      '{"b":2}',
    ],
    ['wraps the document', '\n{"a":1}\n', [{op: 'wrap-in-array', pointer: ''}], '\n[{"a":1}]\n'],
    [
      'wraps, adds around and replaces within',
      '[1,{"a":2}]',
      [
        {op: 'wrap-in-array', pointer: '/1'},
        {op: 'add', pointer: '/1', text: '0'},
        {op: 'add', pointer: '/-', text: '9'},
        {op: 'replace', pointer: '/1/a', text: '3'},
      ],
      '[1,0,[{"a":3}],9]',
    ],
    [
      'leaves all else as it is',
      `[${keep},${keep}]`,
      [
        {op: 'add', pointer: '/0/a', text: '1'},
        {op: 'replace', pointer: '/1/z', text: '0'},
      ],
      `[${keep.slice(0, -1)},"a":1},${keep.replace('-0', '0')}]`,
    ],
  ])('%s', (_, text, edits, result) => {
    expect(applyEdits(text, edits)).toBe(result);
  });

  it.each<[JsonEditError['code'], string, JsonEdit[]]>([
    ['not-json', '[1,]', [{op: 'remove', pointer: '/0'}]],
    ['not-json', '[1]', [{op: 'replace', pointer: '/0', text: 'x'}]],
    ['not-json', '[1]', [{op: 'add', pointer: '/0', text: '1,2'}]],
    ['no-pointer', '[1]', [{op: 'remove', pointer: '0'}]],
    ['not-found', '[1]', [{op: 'replace', pointer: '/1', text: '2'}]],
    ['not-found', '[1]', [{op: 'remove', pointer: '/1'}]],
    ['not-found', '[1]', [{op: 'remove', pointer: ''}]],
    ['not-found', '[1]', [{op: 'add', pointer: '/3', text: '2'}]],
    ['not-found', '[1]', [{op: 'add', pointer: '/x', text: '2'}]],
    ['not-found', '[1]', [{op: 'add', pointer: '/0/x', text: '2'}]],
    ['not-found', '{"a":1}', [{op: 'add', pointer: '/b/c', text: '2'}]],
    ['not-found', '[1]', [{op: 'rename', pointer: '/0', key: 'x'}]],
    ['not-found', '{"a":1}', [{op: 'rename', pointer: '/b', key: 'x'}]],
    ['already-there', '{"a":1,"b":2}', [{op: 'rename', pointer: '/a', key: 'b'}]],
    [
      'conflict',
      '{"a":1}',
      [
        {op: 'remove', pointer: '/a'},
        {op: 'remove', pointer: '/a'},
      ],
    ],
    [
      'conflict',
      '{"a":1}',
      [
        {op: 'remove', pointer: '/a'},
        {op: 'replace', pointer: '/a', text: '2'},
      ],
    ],
    [
      'conflict',
      '{"a":{"b":1},"c":1}',
      [
        {op: 'remove', pointer: '/a'},
        {op: 'add', pointer: '/a/x', text: '2'},
      ],
    ],
    [
      'conflict',
      '{"a":1}',
      [
        {op: 'replace', pointer: '', text: '1'},
        {op: 'replace', pointer: '/a', text: '2'},
      ],
    ],
    [
      'conflict',
      '{}',
      [
        {op: 'add', pointer: '/a', text: '1'},
        {op: 'add', pointer: '/a', text: '2'},
      ],
    ],
  ])('refuses with %s: %s', (code, text, edits) => {
    const attempt = () => applyEdits(text, edits);
    expect(attempt).toThrow(JsonEditError);
    expect(attempt).toThrow(expect.objectContaining({code}));
  });

  it('changes the value as the edit says and no character outside of it', {timeout: 30_000}, () => {
    const document = fc
      .tuple(fc.jsonValue(), fc.constantFrom(0, 2, '\t'))
      .map(([value, indent]) => JSON.stringify({v: value, o: {}}, null, indent));
    fc.assert(
      fc.property(
        document,
        fc.nat(),
        fc.constantFrom('replace', 'remove', 'wrap', 'add'),
        (text, pick, kind) => {
          const places = [...allPointers(JSON.parse(text) as JsonValue)].filter(
            (place) => place !== '' || kind !== 'remove',
          );
          const pointer = places[pick % places.length] ?? '';
          const edit = toEdit(kind, pointer);
          let expected: JsonValue;
          let result: string;
          try {
            result = applyEdits(text, [edit]);
            expected = applyToValue(JSON.parse(text) as JsonValue, edit);
          } catch (error) {
            // Only adding to something that is not an object may be rejected here.
            expect([kind, (error as JsonEditError).code]).toEqual(['add', 'not-found']);
            return;
          }
          expect(JSON.parse(result)).toEqual(expected);
          // Adding with an existing key ("-" in an object) replaces its value, as in RFC 6902.
          const isReplaced = kind !== 'wrap' && places.includes(edit.pointer);
          const [part, whole] = isReplaced ? [result.replace('"new"', ''), text] : [text, result];
          expect(isSubsequence(part, whole)).toBe(true);
        },
      ),
      {
        numRuns: 400,
        examples: [['{"v":{"-":" ","&":0},"o":{}}', 1, 'add']],
      },
    );
  });

  it('makes a thousand edits in one pass, on any depth', {timeout: 30_000}, () => {
    const count = 1000;
    const text = `[${Array.from({length: count}, (_, index) => `{"event":"e","i":${index}}`).join(',\n')}]`;
    const edits = Array.from(
      {length: count},
      (_, index): JsonEdit => ({op: 'rename', pointer: `/${index}/event`, key: 'event_name'}),
    );
    expect(applyEdits(text, edits)).toBe(text.replaceAll('"event"', '"event_name"'));
    const depth = 20_000;
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    expect(applyEdits(deep, [{op: 'add', pointer: `${'/0'.repeat(depth - 1)}/-`, text: '1'}])).toBe(
      `${'['.repeat(depth)}1${']'.repeat(depth)}`,
    );
  });
});

describe('findElements', () => {
  it('gives the bytes of each element as they are', () => {
    const text = `\ufeff{"batch" : [ ${keep} , 1e400,"]"\n] }`;
    const elements = findElements(text, '/batch');
    expect(elements?.map(({start, end}) => text.slice(start, end))).toEqual([keep, '1e400', '"]"']);
  });

  it.each([
    ['{}', ''],
    ['[]', '/0'],
    ['[1, 2', ''],
    ['', ''],
    ['[]', 'x'],
  ])('finds no array in %j at %j', (text, pointer) => {
    expect(findElements(text, pointer)).toBeNull();
  });
});

function toEdit(kind: string, pointer: string): JsonEdit {
  if (kind === 'replace') return {op: 'replace', pointer, text: '"new"'};
  if (kind === 'remove') return {op: 'remove', pointer};
  if (kind === 'wrap') return {op: 'wrap-in-array', pointer};
  return {op: 'add', pointer: appendToken(pointer, '-'), text: '"new"'};
}

/** The same edit on the parsed value, in the simplest way. */
function applyToValue(value: JsonValue, edit: JsonEdit): JsonValue {
  const split = splitPointer(edit.pointer);
  if (edit.op === 'replace' && !split) return 'new';
  if (edit.op === 'wrap-in-array' && !split) return [value];
  if (!split) throw new Error('not used here');
  const holder: JsonValue = [value];
  let target: JsonValue = value;
  for (const token of split.parent.split('/').slice(1))
    target = own(target, token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const {token} = split;
  if (Array.isArray(target)) {
    const at = token === '-' ? target.length : Number(token);
    if (edit.op === 'remove') target.splice(at, 1);
    else if (edit.op === 'add') target.splice(at, 0, 'new');
    else target[at] = edit.op === 'replace' ? 'new' : [target[at] ?? null];
  } else if (isJsonObject(target)) {
    if (edit.op === 'remove') delete target[token];
    else if (edit.op === 'wrap-in-array') define(target, token, [own(target, token)]);
    else define(target, token, 'new');
  }
  return holder[0] ?? null;
}

function own(value: JsonValue, token: string): JsonValue {
  return (Object.getOwnPropertyDescriptor(value, token)?.value as JsonValue | undefined) ?? null;
}

function define(target: object, key: string, value: JsonValue): void {
  Object.defineProperty(target, key, {value, enumerable: true, writable: true, configurable: true});
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (part.startsWith(character, at)) at += character.length;
  return at === part.length;
}

function* allPointers(value: JsonValue, pointer = ''): Generator<string> {
  yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) yield* allPointers(entry, appendToken(pointer, key));
}
