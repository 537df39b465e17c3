import {describe, expect, it} from 'vitest';
import {applyFix, fixAllOfKind, proposeFixes} from '../edit/fixes/quick-fixes';
import {inspectRequest, requestFromParts} from '../inspect-request';
import type {JsonValue} from '../json/json-value';
import {messageOf} from '../testing/message-of';
import {planExamples} from '../testing/plan-examples';
import type {Issue} from '../verdict/issue';
import {type CheckOptions, createPlanChecker} from './check-event';
import {checkInspection} from './check-inspection';
import {type PlanFile, readPlan} from './read-plan';
import type {Plan, PlanFormat} from './tracking-plan';
import {createValidator} from './validator';

const validator = createValidator();
const trackUrl = 'https://api.example.test/api/track';
const segmentUrl = 'https://api.segment.io/v1/batch';

async function read(files: readonly PlanFile[]): Promise<Plan> {
  const reading = await readPlan(files);
  if (!reading.ok) throw new Error(reading.message);
  return reading.plan;
}

const readJson = (value: unknown) => read([{name: 'plan.json', text: JSON.stringify(value)}]);

function inspect(url: string, body: string) {
  const request = requestFromParts({url, method: 'POST', headers: {}, body});
  return inspectRequest(request);
}

function judge(plan: Plan, url: string, events: readonly unknown[] | string, options: CheckOptions = {}) {
  const list = typeof events === 'string' ? events : JSON.stringify(events);
  const body = url === segmentUrl ? `{"batch": ${list}}` : list;
  return checkInspection(inspect(url, body), [createPlanChecker(plan, validator, options)]);
}

const brief = ({code, pointer}: Issue) => `${code} ${pointer}`.trim();

const segment = (properties: unknown, more: object = {}) => ({
  type: 'track',
  event: 'Signed Up',
  userId: 'u',
  properties,
  ...more,
});
const track = (properties: unknown, more: object = {}) => ({
  event_name: 'Signed Up',
  user_id: 'u',
  properties,
  ...more,
});

describe('right and wrong events of each format, as issues on the field of the wire', () => {
  const typed = ['plan/value /properties/plan', 'plan/type /properties/seats'];
  const missing = ['plan/missing-property /properties/plan'];
  it.each<[PlanFormat, string[], string[], string[]]>([
    ['segment-api', typed, missing, []],
    ['typewriter', typed, missing, []],
    ['segment-config', typed, missing, []],
    ['segment-csv', typed, missing, []],
    ['rudderstack-api', typed, missing, []],
    ['rudderstack-catalog', [], missing, ['plan/unplanned-property /properties/extra']],
    ['rudderstack-yaml', typed, missing, ['plan/unplanned-property /properties/extra']],
    ['avo', typed, missing, ['plan/unplanned-property /properties/extra']],
    ['avo-schema', typed, missing, []],
    ['avo-csv', typed, missing, []],
    ['amplitude-csv', typed, missing, []],
    ['lexicon', typed, missing, []],
    ['posthog', ['plan/type /properties/seats'], missing, []],
    ['iglu', typed, missing, ['plan/unplanned-property /properties/extra']],
    ['snowplow-plan', typed, missing, []],
    ['json-schema', typed, missing, []],
    ['openapi', typed, missing, []],
  ])('%s', async (format, wrong, lacking, further) => {
    const plan = await read(planExamples[format]);
    const cases: [unknown, string[]][] = [
      [{plan: 'free', seats: 2}, []],
      [{plan: 'gold', seats: 'x'}, wrong],
      [{}, lacking],
      [undefined, lacking],
      [{plan: 'free', extra: 1}, further],
    ];
    const context = {context: {ip: '127.0.0.1'}};
    for (const [properties, expected] of cases) {
      const onSegment = judge(plan, segmentUrl, [segment(properties, context)]).issues.map(brief);
      const onTrack = judge(plan, trackUrl, [track(properties, context)]).issues.map(brief);
      expect([onSegment.sort(), onTrack.sort()]).toEqual([expected.toSorted(), expected.toSorted()]);
    }
  });
});

describe('the fixes of all events together', () => {
  const properties = {a: {enum: ['x']}, b: {enum: ['y']}, color: {type: 'string'}};
  const schema = {properties: {properties: {required: ['a', 'b'], additionalProperties: false, properties}}};
  it.each([
    [
      'put all that is missing into a missing object',
      'add-planned-value',
      {event_name: 'A'},
      {event_name: 'A', properties: {a: 'x', b: 'y'}},
    ],
    [
      'rename only one of two to the same name',
      'rename-property',
      {event_name: 'A', properties: {a: 'x', b: 'y', colour: 'r', colr: 'g'}},
      {event_name: 'A', properties: {a: 'x', b: 'y', color: 'r', colr: 'g'}},
    ],
  ] as const)('%s', async (_, code, event, fixed) => {
    const plan = await readJson({rules: [{type: 'TRACK', key: 'A', version: 1, jsonSchema: schema}]});
    const value = [event, event];
    const text = JSON.stringify(value);
    const {events} = inspect(trackUrl, text);
    const context = {now: '', newUuid: () => '', sessionGroups: []};
    const fix = fixAllOfKind(judge(plan, trackUrl, text).issues, code, {text, value, events, ...context});
    expect(fix && JSON.parse(applyFix(text, fix))).toEqual([fixed, fixed]);
  });
});

describe('the traps', () => {
  it.each<[string, string, string[]]>([
    ['another case', 'signed up', ['plan/unplanned-event /event_name']],
    ['a space', ' Signed Up', ['plan/unplanned-event /event_name']],
    ['a look-alike', 'Ѕigned Up', ['plan/unplanned-event /event_name']],
    ['markup', '<b>Signed Up</b>', ['plan/unplanned-event /event_name']],
    ['__proto__', '__proto__', ['plan/unplanned-event /event_name']],
    ['exactly', 'Signed Up', []],
  ])('names compare exactly: %s', async (_, name, expected) => {
    const plan = await read(planExamples['avo-schema']);
    const {issues} = judge(plan, trackUrl, [track({plan: 'free'}, {event_name: name})]);
    expect(issues.map(brief)).toEqual(expected);
  });

  it.each([
    ['signed_up', 'Signed Up'],
    ['Signed Ups', 'Signed Up'],
    ['Signed Upp', 'Signed Up'],
    ['Checkout', null],
  ])('a near miss is a hint and a fix: %s', async (name, near) => {
    const plan = await read(planExamples['avo-schema']);
    const [issue] = judge(plan, trackUrl, [track({}, {event_name: name})]).issues;
    expect(issue?.params).toEqual({name, near});
    expect(issue?.fixes).toEqual(near === null ? [] : ['rename-event-name']);
  });

  const versions = {
    rules: [3, 1, 2].map((version) => ({
      type: 'TRACK',
      key: 'A',
      version,
      jsonSchema: {properties: {properties: {required: [`v${version}`]}}},
    })),
  };
  it.each<[unknown, string]>([
    [2, '/properties/v2'],
    [3, '/properties/v3'],
    ['2', '/properties/v1'],
    [9, '/properties/v1'],
    [1.5, '/properties/v1'],
    [undefined, '/properties/v1'],
  ])('Segment reads event_version %j as an integer, else the oldest judges', async (version, pointer) => {
    const plan = await readJson(versions);
    const event = {type: 'track', event: 'A', userId: 'u', context: {protocols: {event_version: version}}};
    expect(judge(plan, segmentUrl, [event]).issues.map((issue) => issue.pointer)).toEqual([pointer]);
  });

  it('of variants the best fit judges, and the verdict says which', async () => {
    const variant = (variantId: string, required: string[]) => ({
      name: 'A',
      variantId,
      rules: {properties: {properties: {required}}},
    });
    const plan = await readJson({events: [variant('one', ['a', 'b', 'c']), variant('two', ['a', 'd'])]});
    const {issues, verdicts} = judge(plan, segmentUrl, [segment({a: 1}, {event: 'A'})]);
    expect(issues.map(brief)).toEqual(['plan/missing-property /properties/d']);
    expect(verdicts[0]?.verdict.rule?.version).toBe('two');
  });

  it.each([
    ['track', 1],
    ['identify', 0],
    ['group', 0],
    ['page', 0],
    ['screen', 0],
    ['alias', 0],
  ])('only track calls can be unplanned: %s', async (type, count) => {
    const plan = await read(planExamples['avo-schema']);
    const event = {type, event: 'X', name: 'X', userId: 'u', groupId: 'g', previousId: 'p'};
    expect(judge(plan, segmentUrl, [event]).issues).toHaveLength(count);
  });

  it('a page of a plan calls nothing unplanned', async () => {
    const plan = await readJson({
      data: {rules: [{type: 'TRACK', key: 'A', jsonSchema: {}}], pagination: {next: 'x'}},
    });
    expect(judge(plan, segmentUrl, [segment({})]).issues).toEqual([]);
  });

  it('Segment reads a page call as “Page Viewed”', async () => {
    const plan = await readJson({
      rules: [
        {type: 'TRACK', key: 'Page Viewed', jsonSchema: {properties: {properties: {required: ['url']}}}},
      ],
    });
    const {issues} = judge(plan, segmentUrl, [{type: 'page', userId: 'u'}]);
    expect(issues.map(brief)).toEqual(['plan/missing-property /properties/url']);
  });

  it('common rules judge every call, through the names of the wire', async () => {
    const plan = await readJson({
      rules: [
        {
          type: 'COMMON',
          jsonSchema: {required: ['userId', 'groupId'], properties: {userId: {type: 'string', minLength: 3}}},
        },
        {type: 'TRACK', key: 'Signed Up', jsonSchema: {}},
      ],
    });
    expect(judge(plan, trackUrl, [track({})]).issues.map(brief)).toEqual([
      'plan/range /user_id',
      'plan/missing-property /context/group_id',
    ]);
    expect(judge(plan, segmentUrl, [segment({})]).issues.map(brief)).toEqual([
      'plan/range /userId',
      'plan/missing-property /groupId',
    ]);
  });

  it('a group call is held against its traits', async () => {
    const plan = await readJson({
      rules: {events: [], group: {properties: {traits: {required: ['name'], type: 'object'}}}},
    });
    const {issues} = judge(plan, segmentUrl, [{type: 'group', userId: 'u', groupId: 'g', traits: {}}]);
    expect(issues.map(brief)).toEqual(['plan/missing-property /traits/name']);
  });

  it.each<[JsonValue, JsonValue, number]>([
    [{type: ['string', 'null']}, null, 0],
    [{type: 'null'}, null, 0],
    [{type: 'null'}, 'a', 1],
    [{type: 'string'}, null, 1],
  ])('null: %j with %j', async (schema, value, count) => {
    const plan = await readJson({events: {'Signed Up': {type: 'object', properties: {a: schema}}}});
    expect(judge(plan, trackUrl, [track({a: value})]).issues).toHaveLength(count);
  });

  it('escapes the pointers of strange property names', async () => {
    const schema =
      '{"type": "object", "properties": {"a/b~c": {"type": "string"}, "__proto__": {"type": "string"}}}';
    const plan = await read([{name: 'p', text: `{"events": {"Signed Up": ${schema}}}`}]);
    const event = '[{"event_name": "Signed Up", "properties": {"a/b~c": 1, "__proto__": 2}}]';
    expect(judge(plan, trackUrl, event).issues.map(brief)).toEqual([
      'plan/type /properties/a~1b~0c',
      'plan/type /properties/__proto__',
    ]);
  });
});

it('says which plan, rule and line it comes from', async () => {
  const plan = await read(planExamples['snowplow-plan']);
  const [issue] = judge(plan, trackUrl, [track({})]).issues;
  expect(issue?.source).toEqual({
    document: 'Account',
    section: 'Signed Up, line 7',
    plan: {
      id: '3b7c9fce',
      version: plan.revision,
      rule: 'Signed Up',
      pointer: '/data/eventSpecifications/0',
    },
  });
  expect(issue && messageOf(issue)).toBe('properties.plan is missing, but required for "Signed Up".');
});

describe('fixes where the plan decides', () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['source'],
    properties: {
      source: {const: 'web'},
      plan: {enum: ['free', 'pro', 'enterprise']},
      seats: {type: 'integer'},
      isPaid: {type: 'boolean'},
      zip: {type: 'string'},
      firstName: {type: 'string'},
    },
  };
  it.each<[string, object, object]>([
    ['a missing constant', {}, {source: 'web'}],
    ['a missing constant without properties', {event_name: 'A'}, {source: 'web'}],
    ['the wrong case of a name', {source: 'web', first_name: 'A'}, {source: 'web', firstName: 'A'}],
    ['a number that is text', {source: 'web', seats: '5'}, {source: 'web', seats: 5}],
    ['a text that is a number', {source: 'web', zip: 12345}, {source: 'web', zip: '12345'}],
    ['a boolean that is text', {source: 'web', isPaid: 'true'}, {source: 'web', isPaid: true}],
    ['an unplanned property', {source: 'web', extra: 1}, {source: 'web'}],
    ['the nearest value', {source: 'web', plan: 'Enterprise'}, {source: 'web', plan: 'enterprise'}],
    ['a wrong constant', {source: 'ios'}, {source: 'web'}],
  ])('%s', async (_, properties, mended) => {
    const plan = await readJson({events: {A: schema}});
    const event = Object.hasOwn(properties, 'event_name') ? properties : {event_name: 'A', properties};
    const text = JSON.stringify([event]);
    const {issues} = judge(plan, trackUrl, text);
    expect(issues).toHaveLength(1);
    const context = {
      text,
      value: JSON.parse(text),
      events: [{pointer: '/0'}],
      now: '',
      newUuid: () => '',
      sessionGroups: [],
    };
    const [fix] = issues.flatMap((issue) => proposeFixes(issue, context));
    const fixed = fix && applyFix(text, fix);
    expect(fixed && JSON.parse(fixed)[0].properties).toEqual(mended);
    expect(judge(plan, trackUrl, fixed ?? '').issues).toEqual([]);
  });

  it.each([
    ['"1.5"', 'seats'],
    ['"007"', 'seats'],
    ['"yes"', 'isPaid'],
    ['"gold"', 'plan'],
  ])('nothing is proposed for %s in %s', async (value, property) => {
    const plan = await readJson({events: {A: {...schema, required: []}}});
    const {issues} = judge(plan, trackUrl, `[{"event_name": "A", "properties": {"${property}": ${value}}}]`);
    expect(issues.map(({fixes}) => fixes)).toEqual([[]]);
  });
});

describe('a hostile rule costs itself only', () => {
  it('is named before it runs, and set aside it is skipped while the others judge', async () => {
    const plan = await readJson({
      events: {
        A: {type: 'object', properties: {a: {pattern: '^(a|a)*$'}}},
        B: {type: 'object', required: ['b']},
      },
    });
    const events = [track({a: 'a'}, {event_name: 'A'}), track({}, {event_name: 'B'})];
    const named: string[] = [];
    judge(plan, trackUrl, events, {onRule: ({id}) => named.push(id)});
    expect(named).toEqual(['track/A', 'track/B']);
    const {issues} = judge(plan, trackUrl, events, {setAside: new Set(['track/A'])});
    expect(issues.map(brief)).toEqual(['plan/rule-skipped', 'plan/missing-property /properties/b']);
    expect(issues[0] && messageOf(issues[0])).toBe('"A" was not checked completely: it took too long.');
  });

  it('a fault of the plan that shows on events is told once, and of no event', async () => {
    const plan = await readJson({
      events: {
        A: {$id: 'https://x.example/a', type: 'object', properties: {a: {$ref: 'https://y.example/b'}}},
      },
    });
    const problems: unknown[] = [];
    const events = [1, 2, 3].map((a) => track({a}, {event_name: 'A'}));
    const {issues} = judge(plan, trackUrl, events, {onProblem: (problem) => problems.push(problem)});
    expect(issues).toEqual([]);
    expect(problems).toMatchObject([{code: 'schema', rule: 'track/A', params: {code: 'unresolved-ref'}}]);
  });
});
