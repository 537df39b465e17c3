import {describe, expect, it} from 'vitest';
import {planExamples} from '../testing/plan-examples';
import {compareRevisions} from './compare-revisions';
import {describePlanProblem} from './plan-problem';
import {type PlanFile, readPlan} from './read-plan';
import {toJsonSchema} from './report/to-json-schema';
import {type Plan, type PlanFormat, planFormats} from './tracking-plan';

async function read(...files: PlanFile[]): Promise<Plan> {
  const reading = await readPlan(files);
  if (!reading.ok) throw new Error(reading.message);
  return reading.plan;
}

const readText = (text: string, name = 'plan') => read({name, text});
const readJson = (value: unknown) => readText(JSON.stringify(value));

async function refuse(text: string): Promise<string> {
  const reading = await readPlan([{name: 'plan.json', text}]);
  return reading.ok ? `read as ${reading.plan.format}` : reading.message;
}

describe('a schema of 50,000 levels', () => {
  const deep = `${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)}`;
  const rule = `{"properties": {"event": {"const": "Deep"}, "a": ${deep}}}`;
  it.each([
    ['JSON Schema', `{"events": {"Deep": ${rule}, "Good": {"type": "object"}}}`],
    [
      'a reference',
      `{"$defs": {"D": ${deep}}, "events": {"Deep": {"properties": {"a": {"$ref": "#/$defs/D"}}}, "Good": {"type": "object"}}}`,
    ],
    [
      'OpenAPI',
      `{"openapi": "3.0.0", "components": {"schemas": {"Deep": ${rule}, "Good": {"properties": {"event": {"const": "Good"}}}}}}`,
    ],
    [
      'Segment',
      `{"rules": [{"type": "TRACK", "key": "Deep", "version": 1, "jsonSchema": ${rule}}, {"type": "TRACK", "key": "Good", "version": 1, "jsonSchema": {}}]}`,
    ],
  ])('in %s is told of and left out, so that the plan goes through messages', async (_, text) => {
    const reading = await readPlan([{name: 'p.json', text}]);
    expect(reading).toMatchObject({
      ok: true,
      plan: {problems: [{code: 'schema', rule: expect.stringMatching(/^track.Deep/)}]},
    });
    expect(structuredClone(reading)).toMatchObject({plan: {rules: [{schema: true}, {name: 'Good'}]}});
  });
});

describe('a file of each format', () => {
  it.each<[PlanFormat, string, string[], string, number | null]>([
    ['segment-api', 'rules.json', ['track/Signed Up@1'], 'call 07', 4],
    ['typewriter', 'Product', ['track/Signed Up@1'], 'properties 07', 5],
    ['segment-config', 'Product', ['common', 'track/Signed Up@1'], 'call 07', 6],
    ['segment-csv', 'plan.csv', ['track/Signed Up@1'], 'properties 07', 2],
    ['rudderstack-api', 'Product', ['identify', 'track/Signed Up@1-0-0'], 'call 07', 7],
    ['rudderstack-catalog', 'Product', ['track/Signed Up'], 'properties 07', 5],
    ['rudderstack-yaml', 'Product', ['track/Signed Up'], 'properties 2019-09', 8],
    ['avo', 'Product', ['track/Signed Up'], 'call 06', 4],
    ['avo-schema', 'avo.json', ['track/Signed Up'], 'properties 07', 4],
    ['avo-csv', 'avo.csv', ['track/Signed Up'], 'properties 07', 2],
    ['amplitude-csv', 'amplitude.csv', ['track/Signed Up'], 'properties 07', 2],
    ['lexicon', 'lexicon.json', ['track/Signed Up'], 'properties 07', 4],
    ['posthog', 'groups.json', ['track/Signed Up'], 'properties 07', 5],
    ['iglu', 'com.acme', ['track/Signed Up@1-0-0'], 'properties 04', 1],
    ['snowplow-plan', 'Account', ['track/Signed Up'], 'properties 04', 7],
    ['json-schema', 'Product', ['track/Signed Up'], 'properties 2020-12', 14],
    ['openapi', 'Events', ['track/Signed Up'], 'call 04', 7],
  ])('%s', async (format, title, ids, shape, line) => {
    const plan = await read(...planExamples[format]);
    expect([plan.format, plan.title, plan.rules.map(({id}) => id)]).toEqual([format, title, ids]);
    const rule = plan.rules.find(({name}) => name === 'Signed Up');
    expect([`${rule?.where} ${rule?.draft}`, rule?.place.line]).toEqual([shape, line]);
  });

  it('there is an example of every format', () => {
    expect(Object.keys(planExamples).sort()).toEqual(Object.keys(planFormats).sort());
  });
});

describe('what a table says', () => {
  it('of types, enums, nesting and line breaks in cells', async () => {
    const plan = await read(...planExamples['segment-csv']);
    expect(plan.rules[0]).toMatchObject({
      description: 'Somebody "signed" up,\nfor good',
      labels: ['account'],
      schema: {
        properties: {
          plan: {type: 'string', enum: ['free', 'pro']},
          items: {type: 'array', items: {properties: {sku: {type: ['string', 'null'], pattern: '^[A-Z]+'}}}},
        },
        required: ['plan'],
      },
    });
  });

  it('and a type that is not known is a problem with its line, past a cell of two lines', async () => {
    const text = 'Event Name,Property Name,Property Value Type\n"a\nb",p,string\n,q,colour\n';
    const plan = await readText(text);
    expect(plan.problems).toMatchObject([{code: 'unknown-value-type', place: {line: 4}}]);
  });

  it.each([
    ['{"events": {"A": {}, "B": {}}}', ['A', 'B']],
    ['{"events": {"A": {"type": "object"}, "B": true, "C": false}}', ['A', 'B', 'C']],
    ['{"events": {"$pageview": {}, "title": {}, "definitions": {}}}', ['$pageview', 'title', 'definitions']],
  ])('a map of events may only name them: %s', async (text, names) => {
    const {rules, problems} = await readText(text);
    expect(rules.map(({name}) => name)).toEqual(names);
    expect(problems).toEqual([]);
  });

  it.each([
    ['null, as in YAML', 'events:\n  A:\n  B:\n    type: object\n', ['A', 'B']],
    ['a description', '{"events": {"A": {"description": "x"}, "B": {"type": "object"}}}', ['A', 'B']],
    ['no word of ours', '{"events": {"A": {"owner": "x"}, "B": {"type": "object"}}}', ['A', 'B']],
    ['only conditions', '{"events": {"A": {"if": {}, "then": {}}}}', ['A']],
    ['a name and a version of the plan', '{"name": "P", "version": 2, "A": {"type": "object"}}', ['A']],
    ['empty documents around it', '---\n# mine\n---\nevents:\n  A: {type: object}\n---\n', ['A']],
  ])('a map of events may have %s', async (_, text, names) => {
    const {rules, problems} = await readText(text);
    expect(rules.map(({name}) => name)).toEqual(names);
    expect(problems).toEqual([]);
  });

  it('what is no schema is told of, and its event is still planned', async () => {
    const {rules, problems} = await readText('events:\n  A: !include a.yaml\n  B: {type: object}\n');
    expect(rules.map(({name}) => name)).toEqual(['A', 'B']);
    expect(problems.map((each) => [each.rule, describePlanProblem(each)])).toEqual([
      ['track/A', '"a.yaml" is not a schema; it is not checked.'],
    ]);
  });

  it('a plan may be of calls without a name only, and is read again from what we export', async () => {
    const {title, rules} = await readText('{"calls": {"identify": {"required": ["email"]}}, "events": {}}');
    const again = await readJson(toJsonSchema({title, rules}, []));
    expect(again.rules).toMatchObject([{call: 'identify', schema: {required: ['email']}}]);
  });

  it('OpenAPI 3.0 may fix a value by const, which its draft does not have', async () => {
    const properties = {
      event: {const: 'A'},
      const: {type: 'string'},
      n: {type: 'number', const: 1, nullable: true},
    };
    const {rules, problems} = await readJson({openapi: '3.0.3', components: {schemas: {A: {properties}}}});
    expect(problems).toEqual([]);
    expect(rules[0]?.schema).toEqual({
      properties: {
        event: {enum: ['A']},
        const: {type: 'string'},
        n: {type: ['number', 'null'], enum: [1, null], nullable: true},
      },
    });
  });

  it.each([
    ['aliases', (at: number) => `  E${at}: *base`],
    ['merge keys', (at: number) => `  E${at}:\n    <<: *base`],
  ])('a YAML plan may have thousands of %s', async (_, toEvent) => {
    const events = Array.from({length: 3_000}, (_entry, at) => toEvent(at));
    const text = ['base: &base', '  type: object', '  required: [plan]', 'events:', ...events].join('\n');
    const {rules} = await readText(text);
    expect(rules).toHaveLength(3_000);
    expect(rules[2_999]).toMatchObject({name: 'E2999', schema: {required: ['plan']}});
  });

  it('merge keys of YAML bring what they name', async () => {
    const lines = [
      'base: &base {type: object, required: [plan]}',
      'events:',
      '  A:',
      '    <<: *base',
      '    properties: {plan: {type: string}}',
    ];
    const {rules} = await readText(lines.join('\n'));
    expect(rules).toMatchObject([
      {name: 'A', schema: {required: ['plan'], properties: {plan: {}}}, place: {line: 3}},
    ]);
  });

  it('a table that is not UTF-8 is told of, with the line', async () => {
    const text = new TextDecoder().decode(
      Uint8Array.from('Event Name,Property Name\nA,p\ncaf\u00e9,q\n', (char) => char.charCodeAt(0)),
    );
    const {rules, problems} = await readText(text, 'plan.csv');
    expect(rules).toHaveLength(2);
    expect(problems.map(describePlanProblem)).toEqual([
      expect.stringMatching(/^Line 3 of plan\.csv contains “\ufffd” .* Save the file as UTF-8\.$/),
    ]);
  });

  const segmentHeader =
    'Version,Event Type,Event Name,Property Name,Property Data Type,Enum Values,Property Status\n';
  it.each<[string, string, object]>([
    ['integers or null', '"integer,null","1,2"', {type: ['integer', 'null'], enum: [1, 2, null]}],
    ['texts or null', '"string,null","1,b"', {type: ['string', 'null'], enum: ['1', 'b', null]}],
    ['booleans or null', '"boolean,null",true', {type: ['boolean', 'null'], enum: [true, null]}],
    ['numbers or texts', '"number,string","1,b"', {type: ['number', 'string'], enum: [1, 'b']}],
    ['texts', 'string,"1,b"', {type: 'string', enum: ['1', 'b']}],
  ])('the values of a column of %s have its types', async (_, cells, schema) => {
    const plan = await readText(`${segmentHeader}1,TRACK,A,,,,\n1,TRACK,A,p,${cells},\n`);
    expect(plan.rules[0]?.schema).toMatchObject({properties: {p: schema}});
    expect(plan.problems).toEqual([]);
  });

  it('a property of Segment without an event is that of the event above, and an event without a name a problem', async () => {
    const rows = '1,TRACK,A,,,,\n,,,p,integer,,required\n1,TRACK,,,,,\n1,TRACK,,q,string,,required\n';
    const {rules, problems} = await readText(segmentHeader + rows);
    expect(rules).toMatchObject([{id: 'track/A@1', schema: {required: ['p']}}]);
    expect(problems).toMatchObject([
      {code: 'no-name', place: {line: 4}},
      {code: 'no-name', place: {line: 5}},
    ]);
  });

  it('Amplitude’s rows below an object that is no event are not those of the event above', async () => {
    const text =
      'Object Type,Object Name,Property Type,Event Property Name,Property Value Type,Property Required\n' +
      'Event,A,,,,\n,,Event Property,p,number,true\nProperty Group,G,,,,\n,,Event Property,q,string,true\n';
    expect((await readText(text)).rules).toMatchObject([{name: 'A', schema: {required: ['p']}}]);
  });

  it('Amplitude’s user properties have their type twice, and the first counts', async () => {
    const text =
      'Object Type,Object Name,Property Type,Event Property Name,Property Value Type,Property Value Type\n' +
      'Event,A,,,,\n,,Event Property,p,number,string\n';
    expect((await readText(text)).rules[0]?.schema).toMatchObject({properties: {p: {type: 'number'}}});
  });
});

describe('what a plan leaves open is a problem with its place', () => {
  it.each<[string, PlanFile[], string, RegExp]>([
    [
      'a page of a longer answer',
      [
        {
          name: 'a',
          text: '{"data":{"rules":[{"type":"TRACK","key":"A","jsonSchema":{}}],"pagination":{"next":"x"}}}',
        },
      ],
      'partial-plan',
      /one page of a longer list/,
    ],
    [
      'a rule without a schema',
      [{name: 'a', text: '{"rules":[{"type":"TRACK","key":"A","jsonSchema":null}]}'}],
      'no-schema',
      /no schema: any properties pass/,
    ],
    [
      'a call of another kind',
      [
        {
          name: 'a',
          text: '{"rules":[{"type":"ALIAS","jsonSchema":{}},{"type":"TRACK","key":"A","jsonSchema":{}}]}',
        },
      ],
      'unknown-call',
      /“ALIAS” is not a call/,
    ],
    [
      'an entry that is no rule',
      [{name: 'a', text: '{"rules":[5,{"type":"TRACK","key":"A","jsonSchema":{}}]}'}],
      'not-a-rule',
      /^5 is not a rule/,
    ],
    [
      'a schema with an unknown type',
      [{name: 'a', text: '{"rules":[{"type":"TRACK","key":"A","jsonSchema":{"type":"date"}}]}'}],
      'schema',
      /"date" is not a type of JSON Schema/,
    ],
    [
      'an event that is in it twice',
      [{name: 'a', text: '{"events": {\n"A": {"required": ["p"]},\n"A": {}}}'}],
      'repeated-key',
      /“A” is used more than once in one object; only the last one counts/,
    ],
    [
      'a key twice in a line of several',
      [
        {
          name: 'a',
          text: '{"self": {"vendor": "v", "name": "B"}}\n{"self": {"vendor": "v", "name": "A"}, "type": "a", "type": "object"}',
        },
      ],
      'repeated-key',
      /“type” is used more than once/,
    ],
    [
      'two rules for the same version',
      [
        {
          name: 'a',
          text: '{"rules":[{"type":"TRACK","key":"A","jsonSchema":{}},{"type":"TRACK","key":"A","jsonSchema":{}}]}',
        },
      ],
      'duplicate-rule',
      /more than one rule for A/,
    ],
    [
      'a draft that is not known',
      [{name: 'a', text: '{"$schema": "http://json-schema.org/draft-03/schema#", "events": {"A": {}}}'}],
      'schema',
      /draft-03.* is not a draft that can be checked; draft 7 is used/,
    ],
    [
      'types that are elsewhere',
      [...planExamples['rudderstack-catalog']],
      'types-elsewhere',
      /not their types/,
    ],
    ['a schema that only narrows', [...planExamples['snowplow-plan']], 'base-unchecked', /in another file/],
    [
      'a file that is missing',
      planExamples['rudderstack-yaml'].slice(0, 1),
      'missing-reference',
      /add the file/,
    ],
  ])('%s', async (_, files, code, sentence) => {
    const reading = await readPlan(files);
    if (!reading.ok) {
      expect(reading.message).toMatch(/no rule for an event can be read/);
      return;
    }
    const problem = reading.plan.problems.find((each) => each.code === code);
    expect(problem && describePlanProblem(problem)).toMatch(sentence);
    expect(problem?.place?.line).toBeGreaterThan(0);
  });
});

/** A list of lists, each of which has the one before it twice. */
function aliasBomb(text: string, levels: number): string {
  const lists = Array.from(
    {length: levels},
    (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`,
  );
  return [`a0: &a0 ${text}`, ...lists].join('\n');
}

describe('a broken or foreign file is refused with a sentence', () => {
  it.each<[string, RegExp]>([
    ['', /nothing to read/],
    ['{"rules": [1,]}', /line 1, column 13/],
    ['{"rules":\n  [oops]}', /line 2, column 4/],
    ['a: [1\nb: 2', /not valid at line/],
    [aliasBomb('x', 30), /its aliases contain themselves, or repeat too much/],
    [aliasBomb('x'.repeat(1_000_000), 6), /its aliases contain themselves, or repeat too much/],
    ['events: &a\n  A: {properties: {p: *a}}', /its aliases contain themselves, or repeat too much/],
    ['events:\n  A: *b', /Unresolved alias/],
    ['{"hello": "world"}', /not a tracking plan that can be read/],
    ['{"events": {"a": {"payload": {}}}}', /not a tracking plan that can be read/],
    ['{"events": {}}', /no rule for an event can be read/],
    ['{"title": "A", "type": "object"}', /JSON Schema that does not name its event/],
    ['properties:\n  plan: {type: string}', /JSON Schema that does not name its event/],
    ['{"type": ["object", "null"], "required": ["plan"]}', /JSON Schema that does not name its event/],
    ['{"type": ["track"], "event": "A"}', /not a tracking plan that can be read/],
    [
      '{"type": "track", "event": "A", "properties": {"plan": "pro"}}',
      /not a tracking plan that can be read/,
    ],
    ['{"event": "A", "properties": {"plan": {"tier": 1}}}', /not a tracking plan that can be read/],
    ['{"event": "A", "properties": {}}', /not a tracking plan that can be read/],
    ['{"type": "FeatureCollection", "features": []}', /not a tracking plan that can be read/],
    ['[1, 2]', /not a tracking plan/],
    ['just words', /not a tracking plan/],
    ['name,colour\na,b', /not a tracking plan/],
    ['{"rules": [{"type": "TRACK", "jsonSchema": {}}]}', /no rule for an event can be read/],
    [`{"rules":"${'x'.repeat(15_000_000)}"}`, /larger than 15 MB/],
  ])('%.40j', async (text, sentence) => {
    expect(await refuse(text)).toMatch(sentence);
  });
});

describe('names are what they are', () => {
  it.each(['__proto__', 'constructor', 'a/b~c', '<img src=x onerror=alert(1)>', ' Signed Up', 'Ѕigned'])(
    '%s',
    async (name) => {
      const text = `{"events": {${JSON.stringify(name)}: {"type": "object", "properties": {"__proto__": {"type": "string"}}}}}`;
      const plan = await readText(text);
      expect(plan.rules.map((rule) => rule.name)).toEqual([name]);
      expect(JSON.stringify(plan.rules[0]?.schema)).toContain('__proto__');
    },
  );
});

it('an event of two versions has two rules, and the same twice is numbered', async () => {
  const rule = (version: number) => ({type: 'TRACK', key: 'A', version, jsonSchema: {}});
  const plan = await readJson({rules: [rule(2), rule(1), rule(1)]});
  expect(plan.rules.map(({id}) => id)).toEqual(['track/A@2', 'track/A@1', 'track/A@1#2']);
});

it('10,000 events are read', async () => {
  const schema = {type: 'object', properties: {a: {type: 'string'}}};
  const plan = await readJson({
    events: Object.fromEntries(Array.from({length: 10_000}, (_, i) => [`E${i}`, schema])),
  });
  expect(plan.rules).toHaveLength(10_000);
  expect(plan.rules[9_999]?.place.line).toBe(1);
});

it('a table of 50,000 required properties of one event is read in a moment', async () => {
  const rows = Array.from({length: 50_000}, (_, index) => `a,track,p${index},string,required`);
  const text = ['Event Name,Event Type,Property Name,Property Data Type,Status', ...rows].join('\n');
  const started = performance.now();
  const [rule] = (await readText(text, 'plan.csv')).rules;
  expect(rule?.schema).toMatchObject({required: Array.from({length: 50_000}, (_, index) => `p${index}`)});
  expect(performance.now() - started).toBeLessThan(30_000);
}, 120_000);

it('a map of rules in YAML has the line of each', async () => {
  const lines = Array.from({length: 2000}, (_, index) => `  e${index}: {type: object}`);
  const {rules} = await readText(['events:', ...lines].join('\n'), 'plan.yaml');
  expect(rules.map(({place}) => place.line)).toEqual(lines.map((_, index) => index + 2));
});

it('a schema 5,000 levels deep is set aside, and the rule beside it stays', async () => {
  const deep = `${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}`;
  const plan = await readText(
    `{"events": {"A": {"type": "object", "not": ${deep}}, "B": {"type": "object"}}}`,
  );
  expect(plan.rules.map(({name}) => name)).toEqual(['A', 'B']);
  expect(plan.problems).toMatchObject([{code: 'schema', params: {code: 'too-deep'}, rule: 'track/A'}]);
});

describe('a new revision', () => {
  it('says which rules were added, are gone, and check something else', async () => {
    const before = await readJson({events: {A: {type: 'object'}, B: {type: 'object'}, C: {type: 'object'}}});
    const after = await readJson({
      events: {C: {type: 'object', required: ['x']}, B: {type: 'object'}, D: {type: 'object'}},
    });
    const {added, gone, changed} = compareRevisions(before, after);
    expect(
      [added, gone, changed.map((each) => each.after)].map((rules) => rules.map(({name}) => name)),
    ).toEqual([['D'], ['A'], ['C']]);
    expect(after.revision).not.toBe(before.revision);
  });
});
