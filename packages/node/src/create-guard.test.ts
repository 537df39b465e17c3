import {
  createJudge,
  createPlanChecker,
  createValidator,
  defaultSettings,
  type PlanRule,
  readPlan,
  requestFromParts,
} from '@track-inspector/core';
import {expect, it} from 'vitest';
import {createGuard, isRisky} from './create-guard';

const LIMIT_MS = 300;
const hanging = {type: 'object', properties: {x: {type: 'string', pattern: '^(a|a)*$'}}};
/** Each definition refers to the next one twice, so that 2 to the power of 40 schemas are checked. */
const doubled = {
  allOf: [{$ref: '#/definitions/d0'}],
  definitions: Object.fromEntries(
    Array.from({length: 40}, (_, index) => {
      const next = {$ref: `#/definitions/d${index + 1}`};
      return [`d${index}`, index === 39 ? {type: 'object'} : {allOf: [next, next]}];
    }),
  ),
};
const needsPlan = {type: 'object', required: ['plan']};
const slow = `${'a'.repeat(60)}!`;

/** The issues of plans for these events in one batch, and what the guard said. */
async function check(rules: object, events: readonly object[]) {
  const reading = await readPlan([{name: 'p.json', text: JSON.stringify({title: 'P', events: rules})}]);
  if (!reading.ok) throw new Error(reading.message);
  expect(isRisky(reading.plan)).toBe(true);
  const told: string[] = [];
  const {watch, release, run: guard} = createGuard((text) => told.push(text), LIMIT_MS);
  const checkers = [release(createPlanChecker(reading.plan, createValidator(), watch('p.json')))];
  const judge = createJudge({settings: defaultSettings, checkers, version: '1', guard});
  const request = requestFromParts({
    id: 'a',
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(events),
  });
  judge.add({request, file: 'a'});
  const issues = judge.verdict().requests.flatMap((each) => each.issues);
  return {
    told,
    codes: issues.filter(({code}) => code.startsWith('plan/')).map(({code, event}) => `${code} ${event}`),
  };
}

const toEvent = (event_name: string, x = 'a') => ({event_name, properties: {x}});
it.each<[string, object, readonly object[], readonly string[], readonly string[]]>([
  [
    'a hostile pattern',
    {A: hanging, B: needsPlan},
    [toEvent('A', slow), toEvent('B')],
    ['A'],
    ['rule-skipped 0', 'missing-property 1'],
  ],
  ['a hostile pattern that has nothing to do', {A: hanging}, [toEvent('A')], [], []],
  [
    'doubled references',
    {A: doubled, B: needsPlan},
    [toEvent('B'), toEvent('A')],
    ['A'],
    ['missing-property 0', 'rule-skipped 1'],
  ],
  [
    'two hostile rules',
    {A: hanging, B: hanging},
    [toEvent('A', slow), toEvent('B', slow)],
    ['A', 'B'],
    ['rule-skipped 0', 'rule-skipped 1'],
  ],
])(
  '%s costs its rule, and no other',
  async (_, rules, events, aside, codes) => {
    const checked = await check(rules, events);
    const told = aside.map(
      (name) => `p.json: ${name}: this rule took too long, so it is not checked any more.`,
    );
    expect(checked).toEqual({told, codes: codes.map((code) => `plan/${code}`)});
  },
  60_000,
);

it('no rule is to blame for work that takes long without one, and errors are not hidden', () => {
  const told: string[] = [];
  const {run} = createGuard((text) => told.push(text), 50);
  const end = performance.now() + 200;
  const wait = () => {
    while (performance.now() < end);
    return 'done';
  };
  expect(run(wait)).toBe('done');
  expect(told).toEqual([]);
  const fail = () => {
    throw new TypeError('x');
  };
  expect(() => run(fail)).toThrow(TypeError);
  expect(run(() => 1)).toBe(1);
});

it.each<[unknown, boolean]>([
  [true, false],
  [needsPlan, false],
  [{type: 'object', properties: {x: {allOf: [{enum: ['"pattern"']}]}}}, false],
  [hanging, true],
  [{patternProperties: {'^a': true}}, true],
  [{properties: {x: {$ref: '#/properties/y'}}}, true],
])('a guard is needed for %j: %s', (schema, isNeeded) => {
  expect(isRisky({rules: [{schema} as PlanRule]})).toBe(isNeeded);
});
