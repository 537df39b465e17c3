import {describe, expect, it} from 'vitest';
import {parsePointer} from '../json/json-pointer';
import type {JsonValue} from '../json/json-value';
import type {SchemaDraft} from './validate/schema-draft';
import {MAX_SCHEMA_DEPTH, type SchemaProblemCode} from './validate/schema-problem';
import {MAX_VIOLATIONS} from './validate/violation';
import {createValidator} from './validator';

const validator = createValidator();

function check(schema: JsonValue, value: JsonValue, draft: SchemaDraft = '07') {
  const compiled = validator.compile(schema, draft);
  const verdict = compiled.check(value);
  return {...verdict, problems: [...compiled.problems, ...verdict.problems]};
}

const parse = (text: string): JsonValue => JSON.parse(text);

describe('a violation is data', () => {
  it.each<[JsonValue, JsonValue, string, string, JsonValue]>([
    [{type: 'string'}, 5, '', 'type', {expected: 'string', found: 'integer'}],
    [{type: ['string', 'null']}, 1.5, '', 'type', {expected: ['string', 'null'], found: 'number'}],
    [{required: ['a/b']}, {}, '/a~1b', 'required', {missing: 'a/b'}],
    [{properties: {'a/b': {type: 'null'}}}, {'a/b': []}, '/a~1b', 'type', {expected: 'null', found: 'array'}],
    [{properties: {a: false}}, {a: 1}, '/a', 'false', {}],
    [{additionalProperties: false}, {'~': 1}, '/~0', 'additionalProperties', {property: '~'}],
    [{additionalProperties: false}, {_id: 1}, '/_id', 'additionalProperties', {property: '_id'}],
    [{additionalProperties: {type: 'null'}}, {x: 1}, '/x', 'type', {expected: 'null', found: 'integer'}],
    [{patternProperties: {'^x': {const: 1}}}, {xy: 2}, '/xy', 'const', {constant: 1}],
    [{propertyNames: {maxLength: 1}}, {ab: 1}, '/ab', 'propertyNames', {property: 'ab'}],
    [{enum: ['a', 'b']}, 'c', '', 'enum', {allowed: ['a', 'b']}],
    [{pattern: '^a$'}, 'b', '', 'pattern', {limit: '^a$'}],
    [{format: 'date-time'}, '', '', 'format', {limit: 'date-time'}],
    [{format: 'email'}, 'x', '', 'format', {limit: 'email'}],
    [{maxLength: 1}, '😀😀', '', 'maxLength', {limit: 1, found: 2}],
    [{items: {minimum: 5}}, [7, 3], '/1', 'minimum', {limit: 5}],
    [{exclusiveMinimum: 5}, 5, '', 'exclusiveMinimum', {limit: 5}],
    [{maxItems: 1}, [1, 2], '', 'maxItems', {limit: 1, found: 2}],
    [{not: {type: 'string'}}, 'a', '', 'not', {limit: {type: 'string'}}],
    [{dependencies: {a: ['b']}}, {a: 1}, '/b', 'required', {missing: 'b'}],
  ])('%j against %j', (schema, value, pointer, keyword, params) => {
    const {violations, problems} = check(schema, value);
    expect(problems).toEqual([]);
    expect(violations).toMatchObject([{pointer, keyword, params}]);
  });

  it('says which branch of anyOf is nearest, and what it still objects to', () => {
    const schema = {
      anyOf: [
        {type: 'string'},
        {required: ['a', 'b'], type: 'object'},
        {required: ['c', 'd', 'e'], type: 'object'},
      ],
    };
    expect(check(schema, {a: 1}).violations).toMatchObject([
      {keyword: 'anyOf', params: {branches: 3, nearest: 1}, inner: [{pointer: '/b', keyword: 'required'}]},
    ]);
  });

  it('names the branches of oneOf that match at once', () => {
    const schema = {oneOf: [{type: 'number'}, {type: 'string'}, {minimum: 1}]};
    expect(check(schema, 5).violations).toMatchObject([{keyword: 'oneOf', params: {matched: [0, 2]}}]);
  });

  it('points to the keyword inside the schema', () => {
    const schema = {properties: {'a/b': {items: {type: 'string'}}}};
    expect(check(schema, {'a/b': [1]}).violations[0]?.schemaPointer).toBe('/properties/a~1b/items/type');
  });

  it(`stops at ${MAX_VIOLATIONS} and says so`, () => {
    const {violations, isCut} = check({items: {type: 'string'}}, Array(80).fill(1));
    expect([violations.length, isCut]).toEqual([MAX_VIOLATIONS, true]);
  });

  const many = Array.from({length: 200_000}, (_, index) => index);
  it.each<[string, JsonValue, JsonValue]>([
    ['entries', {items: {type: 'string'}}, many],
    ['entries that nothing allows', {prefixItems: [true], items: false}, many],
    ['members', {additionalProperties: {type: 'string'}}, Object.fromEntries(many.map((n) => [`p${n}`, n]))],
    [
      'members that nothing allows',
      {additionalProperties: false},
      Object.fromEntries(many.map((n) => [`p${n}`, n])),
    ],
    [
      'members by pattern',
      {patternProperties: {'^p': false}},
      Object.fromEntries(many.map((n) => [`p${n}`, n])),
    ],
  ])('and takes 200,000 wrong %s for no fault of the schema', (_, schema, value) => {
    const {violations, problems} = check(schema, value, '2020-12');
    expect(problems).toEqual([]);
    expect(violations.length).toBeGreaterThanOrEqual(1);
    expect(violations.length).toBeLessThanOrEqual(MAX_VIOLATIONS);
  });

  it('and so for references that double what is wrong at each step', () => {
    const $defs: Record<string, JsonValue> = {d0: {type: 'string'}};
    for (let step = 1; step <= 10; step++) {
      $defs[`d${step}`] = {allOf: [{$ref: `#/$defs/d${step - 1}`}, {$ref: `#/$defs/d${step - 1}`}]};
    }
    const {violations, isCut, problems} = check({$defs, $ref: '#/$defs/d10'}, 1, '2020-12');
    expect([violations.length, isCut, problems]).toEqual([MAX_VIOLATIONS, true, []]);
  });
});

describe('names are own properties, whatever they are', () => {
  const schema = parse(
    '{"properties": {"__proto__": {"type": "string"}, "": {"type": "string"}}, "additionalProperties": false}',
  );

  it.each<[string, string[]]>([
    ['{"__proto__": "a", "": "b"}', []],
    ['{"__proto__": 1}', ['/__proto__']],
    ['{"": 1}', ['/']],
    ['{"constructor": 1, "toString": 2}', ['/constructor', '/toString']],
    ['{"schema": 1, "validate": 1}', ['/schema', '/validate']],
  ])('%s', (value, pointers) => {
    const {violations} = check(schema, parse(value));
    expect(violations.map(({pointer}) => pointer)).toEqual(pointers);
    for (const {pointer} of violations) expect(parsePointer(pointer)).not.toBeNull();
  });
});

describe('what is wrong with a schema is a problem of the schema and no fault of the event', () => {
  it.each<[SchemaProblemCode, JsonValue, string]>([
    ['unknown-type', {properties: {a: {type: 'date'}}}, '/properties/a/type'],
    ['malformed-keyword', {properties: {a: {required: true}}}, '/properties/a/required'],
    ['malformed-keyword', {properties: []}, '/properties'],
    ['malformed-keyword', {enum: 'a,b'}, '/enum'],
    ['malformed-keyword', {minLength: '3'}, '/minLength'],
    ['malformed-keyword', {exclusiveMinimum: true, minimum: 1}, '/exclusiveMinimum'],
    ['refused-pattern', {properties: {a: {pattern: '(?<!'}}}, '/properties/a/pattern'],
    ['refused-pattern', {patternProperties: {'[': {type: 'string'}}}, '/patternProperties/['],
    ['unresolved-ref', {properties: {a: {$ref: 'https://evil.example/x.json'}}}, '/properties/a/$ref'],
    ['unresolved-ref', {properties: {a: {$ref: '#/definitions/gone'}}}, '/properties/a/$ref'],
    ['endless-ref', {$ref: '#'}, '/$ref'],
    ['endless-ref', {allOf: [{$ref: '#'}]}, '/allOf/0/$ref'],
    ['endless-ref', {$ref: '#/$defs/a', $defs: {a: {not: {$ref: '#/$defs/a'}}}}, '/$defs/a/not/$ref'],
    ['not-a-schema', {properties: {a: 'string'}}, '/properties/a'],
    ['too-deep', parse(`${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}`), ''],
  ])('%s', (code, schema, pointer) => {
    const {violations, problems} = check(schema, {a: 5});
    expect(violations).toEqual([]);
    expect(problems).toMatchObject([{code, pointer}]);
  });

  it('a schema that refers to itself for what lies deeper is a right one', () => {
    const schema = {properties: {a: {$ref: '#'}}, additionalProperties: false};
    expect(check(schema, {a: {a: {b: 1}}})).toMatchObject({problems: [], violations: [{pointer: '/a/a/b'}]});
  });

  it.each<[string, JsonValue]>([
    ['not', {not: {properties: {a: {type: 'date'}}}}],
    ['oneOf', {oneOf: [{type: 'object'}, {type: 'date'}]}],
    ['if', parse('{"if": {"properties": {"a": {"type": "date"}}}, "then": false}')],
    ['a closed object whose pattern is refused', {patternProperties: {'[': {}}, additionalProperties: false}],
    ['a closed object without readable properties', {properties: [], additionalProperties: false}],
    ['what a lost reference knew', {$ref: 'https://x.example', unevaluatedProperties: false}],
  ])('and what is left out turns nothing into its opposite: %s', (_, schema) => {
    const {violations, problems} = check(schema, {a: 5}, '2020-12');
    expect([violations, problems.length]).toEqual([[], 1]);
  });

  it('and the rest of the schema still judges', () => {
    const schema = {properties: {a: {type: 'date'}, b: {type: 'string'}}, required: ['a']};
    expect(
      check(schema, {b: 1})
        .violations.map(({pointer}) => pointer)
        .sort(),
    ).toEqual(['/a', '/b']);
  });

  it(`takes a schema of ${MAX_SCHEMA_DEPTH} levels`, () => {
    const depth = MAX_SCHEMA_DEPTH / 2 - 1;
    const schema = parse(`${'{"properties":{"a":'.repeat(depth)}{"type":"null"}${'}}'.repeat(depth)}`);
    const value = parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    expect(check(schema, value)).toMatchObject({problems: [], violations: [{pointer: '/a'.repeat(depth)}]});
  });
});

describe('a keyword that the draft of its schema does not have', () => {
  const drafts: SchemaDraft[] = ['04', '06', '07', '2019-09', '2020-12'];
  it.each<[string, JsonValue, SchemaDraft]>([
    ['const', {const: 1}, '06'],
    ['if', parse('{"if": true, "then": false}'), '07'],
    ['dependentRequired', {dependentRequired: {a: ['c']}}, '2019-09'],
    ['dependentSchemas', {dependentSchemas: {a: false}}, '2019-09'],
    ['unevaluatedProperties', {unevaluatedProperties: false}, '2019-09'],
    ['unevaluatedItems', {properties: {b: {unevaluatedItems: false}}}, '2019-09'],
    ['prefixItems', {properties: {b: {prefixItems: [false]}}}, '2020-12'],
  ])('%s is told of, where it is not checked', (keyword, schema, since) => {
    for (const draft of drafts) {
      const {violations, problems} = check(schema, {a: 1, b: [1]}, draft);
      const isKnown = drafts.indexOf(draft) >= drafts.indexOf(since);
      expect([draft, violations.length > 0]).toEqual([draft, isKnown]);
      expect(problems.some(({code, found}) => code === 'other-draft' && found === keyword)).toBe(!isKnown);
    }
  });

  it.each<[string, JsonValue]>([
    ['A list in items', {items: [false]}],
    ['additionalItems', {additionalItems: false, items: [true]}],
  ])('%s has no effect since 2020', (found, schema) => {
    for (const draft of drafts) {
      const {violations, problems} = check(schema, [1, 2], draft);
      const isKnown = draft !== '2020-12';
      expect([draft, violations.length > 0]).toEqual([draft, isKnown]);
      expect(problems.some((each) => each.found === found)).toBe(!isKnown);
    }
  });

  it('leaves the schema around it as it is', () => {
    const schema = {not: {properties: {a: {type: 'number'}}, dependentRequired: {a: ['b']}}};
    expect(check(schema, {a: 1})).toMatchObject({
      problems: [{code: 'other-draft', pointer: '/not/dependentRequired', expected: '7'}],
      violations: [{keyword: 'not'}],
    });
  });
});

describe('a keyword that is misspelt', () => {
  it.each<[string, string, JsonValue]>([
    ['propertys', 'properties', {b: true}],
    ['requried', 'required', ['b']],
    ['minLenght', 'minLength', 1],
    ['Enum', 'enum', [1]],
    ['additional_properties', 'additionalProperties', false],
    ['Type', 'type', 'string'],
  ])('%s is told of', (found, expected, value) => {
    const {problems} = check({properties: {a: {[found]: value}}}, {a: 1});
    expect(problems).toEqual([{code: 'near-keyword', pointer: `/properties/a/${found}`, found, expected}]);
  });

  it.each<[string, JsonValue]>([
    ['definition', 'When the user signs up'],
    ['requires', 'consent'],
    ['multiple', true],
    ['allow', true],
    ['item', 'sku'],
    ['types', ['Date']],
  ])('is no word of a plan with another kind of value: %s', (word, value) => {
    expect(check({properties: {a: {[word]: value}}}, {a: 1}).problems).toEqual([]);
  });

  it('is no keyword of the vendors', () => {
    const own = 'id key name label labels index version metadata pii title example nullable tags owner';
    const schema = Object.fromEntries(own.split(' ').map((word) => [word, 1]));
    expect(check({...schema, properties: {propertys: {}}}, {}).problems).toEqual([]);
  });
});

it.each([
  ['http://json-schema.org/draft-03/schema#', 'unknown-draft'],
  ['https://json-schema.org/draft/next/schema', 'unknown-draft'],
  ['http://json-schema.org/draft-07/schema', undefined],
  ['http://json-schema.org/schema#', undefined],
  ['http://iglucentral.com/schemas/com.snowplowanalytics.self-desc/schema/jsonschema/1-0-0#', undefined],
])('$schema %s: %s', (address, code) => {
  expect(check({$schema: address}, {}).problems[0]?.code).toBe(code);
});

describe('keywords of plans that are none', () => {
  it.each<[string, JsonValue, JsonValue]>([
    [
      'an id that stands twice',
      {properties: {a: {id: '/p', type: 'string'}, b: {id: '/p', type: 'number'}}},
      {a: 'x', b: 1},
    ],
    [
      '$id at every property',
      {$id: 'e', properties: {a: {$id: '/properties/a'}, b: {$id: '/properties/a'}}},
      {a: 1},
    ],
    [
      'a nested $schema that is misspelled',
      {properties: {a: {$schema: 'http://jsonschema/draft', type: 'null'}}},
      {a: null},
    ],
    ['labels and metadata', {labels: {a: 1}, eventMetadata: {name: 'x'}, index: 1, nameMapping: []}, {a: 1}],
    ['an unknown format', {properties: {a: {format: 'color'}}}, {a: 'x'}],
    ['a pattern of the older habit', {properties: {a: {pattern: '^\\_\\@$'}}}, {a: '_@'}],
    ['a pattern without anchors', {properties: {a: {pattern: 'red|blue'}}}, {a: 'reddish'}],
    [
      'words of the validator',
      {regexFlags: 'zz', errorMessages: 1, oneOfProperty: 'x', pattern: 'a'},
      {a: 1},
    ],
  ])('%s', (_, schema, value) => {
    expect(check(schema, value)).toMatchObject({violations: [], problems: []});
  });

  it('draft 4 knows exclusiveMinimum as a switch', () => {
    const {violations} = check({minimum: 5, exclusiveMinimum: true}, 5, '04');
    expect(violations).toMatchObject([{keyword: 'exclusiveMinimum', params: {limit: 5}}]);
  });
});
