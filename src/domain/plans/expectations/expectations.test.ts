import {describe, expect, it} from 'vitest';
import type {Sighting} from '../coverage/sighting';
import {describePlanProblem} from '../plan-problem';
import {readPlan} from '../read-plan';
import {toCoverageCsv} from '../report/to-csv';
import {toCoverageJson} from '../report/to-json';
import {toJsonSchema} from '../report/to-json-schema';
import {toCoverageJunit} from '../report/to-junit';
import {toCoverageMarkdown} from '../report/to-markdown';
import type {Plan} from '../tracking-plan';
import {describeExpectation, describeOutcome, describeUnplannedName} from './describe-expectation';
import {type ExpectationFacts, joinExpectations, readExpectation, toExpectation} from './expectation';
import type {ExpectationResult} from './judge-expectation';
import {createRunJudge} from './judge-run';
import {findUnplannedNames} from './unplanned-names';

const pages = null;
const once: ExpectationFacts = {kind: 'count', event: 'A', bound: 'exactly', count: 1, pages};

function result(state: ExpectationResult['state'], seen: number, wrong = 0): ExpectationResult {
  return {state, seen, wrong, offending: []};
}

describe('the words of an expectation', () => {
  it.each<[ExpectationFacts, ExpectationResult, string, string]>([
    [once, result('broken', 2, 1), 'A is sent exactly 1 time', 'It was sent 2 times.'],
    [
      {...once, bound: 'at-least', count: 2},
      result('broken', 0),
      'A is sent at least 2 times',
      'It was not sent.',
    ],
    [
      {...once, bound: 'at-most', pages: 'https://a/*'},
      result('not-applied', 0),
      'A is sent at most 1 time on pages https://a/*',
      'No event was sent on these pages.',
    ],
    [{kind: 'never', event: 'A', pages}, result('met', 0), 'A is never sent', 'It was not sent.'],
    [
      {kind: 'before', first: 'A', next: 'B', pages},
      result('broken', 3, 1),
      'A comes before each B',
      '2 of 3 came after A.',
    ],
    [
      {kind: 'within', first: 'A', next: 'B', milliseconds: 1500, pages},
      result('not-applied', 0),
      'A is followed by B within 1500 ms',
      'A was not sent.',
    ],
    [
      {kind: 'property', event: 'A', property: '/plan', pages},
      result('broken', 3, 3),
      'A always has plan',
      '0 of 3 had it.',
    ],
    [
      {kind: 'property', event: 'A', property: '/a/b', equals: 'x', pages},
      result('met', 3),
      'A always has a › b with the value "x"',
      '3 of 3 had this value.',
    ],
    [
      {kind: 'before', first: 'signed_upp', next: 'Z', pages},
      {
        ...result('not-applied', 0),
        unplanned: [
          {name: 'signed_upp', near: 'signed_up'},
          {name: 'Z', near: null},
        ],
      },
      'signed_upp comes before each Z',
      'Z was not sent. “signed_upp” is not in the tracking plan. Did you mean “signed_up”? “Z” is not in the tracking plan.',
    ],
  ])('%j %j', (facts, seen, sentence, outcome) => {
    expect([describeExpectation(facts), describeOutcome(facts, seen)]).toEqual([sentence, outcome]);
  });
});

describe('names that are not in the plan', () => {
  const schema = {type: 'object'};
  const planned = {events: {signed_up: schema, invite_sent: schema}, calls: {identify: schema}};
  async function read(expectation: ExpectationFacts) {
    const text = JSON.stringify({...planned, expectations: [expectation]});
    const reading = await readPlan([{name: 'p.json', text}]);
    if (!reading.ok) throw new Error(reading.message);
    return reading.plan;
  }
  const open = (plan: Plan) =>
    createRunJudge({
      expectations: plan.expectations,
      bounds: {start: null, end: null},
      plan,
      requests: () => ['a'],
    });
  const aSighting = (name: string): Sighting => {
    const base = {
      request: 'a',
      event: 0,
      type: 'track',
      at: 1,
      page: null,
      host: 'h',
      release: null,
    } as const;
    return {...base, name, properties: {}, rule: null, isFaulty: false};
  };
  it.each<[string, ExpectationFacts, string[]]>([
    ['in the plan', {...once, event: 'signed_up'}, []],
    [
      'similar to one in the plan',
      {...once, event: 'Signed Up'},
      ['“Signed Up” is not in the tracking plan. Did you mean “signed_up”?'],
    ],
    ['like none', {...once, event: 'odd'}, ['“odd” is not in the tracking plan.']],
    ['a type that the plan names', {...once, event: 'identify'}, []],
    ['a type that it does not name', {...once, event: 'group'}, []],
    [
      'two',
      {kind: 'within', first: 'signed_upp', next: 'odd', milliseconds: 1, pages},
      [
        '“signed_upp” is not in the tracking plan. Did you mean “signed_up”?',
        '“odd” is not in the tracking plan.',
      ],
    ],
    ['not to be sent', {kind: 'never', event: 'odd', pages}, []],
    ['not to be sent, as a count', {...once, event: 'odd', count: 0}, []],
    [
      'not to be sent, but similar to one in the plan',
      {kind: 'never', event: 'invite_snet', pages},
      ['“invite_snet” is not in the tracking plan. Did you mean “invite_sent”?'],
    ],
  ])('%s', async (_, expectation, told) => {
    const plan = await read(expectation);
    const sentence = describeExpectation(expectation);
    expect(plan.problems.map(describePlanProblem)).toEqual(
      told.map((each) => `The expectation “${sentence}” may be misspelt: ${each}`),
    );
    const [result] = open(plan).judge();
    expect((result?.unplanned ?? []).map(describeUnplannedName)).toEqual(told);
  });

  it('are not told of if the file is a part of a plan, or names no event', async () => {
    const odd = toExpectation({...once, event: 'odd'});
    const {rules} = await read(once);
    const identify = rules.filter(({call}) => call === 'identify');
    expect(findUnplannedNames(odd, {rules, isPartial: true})).toEqual([]);
    expect(findUnplannedNames(odd, {rules: identify, isPartial: false})).toEqual([]);
  });

  it('are not told of once they were sent', async () => {
    const plan = await read({...once, event: 'odd'});
    const run = open(plan);
    run.put('a', [aSighting('odd')]);
    expect(run.judge()).toMatchObject([{state: 'met'}]);
    expect(run.judge()[0]).not.toHaveProperty('unplanned');
    run.put('a', [aSighting('signed_up')]);
    expect(run.judge()).toMatchObject([{state: 'broken', unplanned: [{name: 'odd', near: null}]}]);
  });
});

describe('expectations of a file', () => {
  it.each([
    [null],
    ['A'],
    [{kind: 'never'}],
    [{...once, count: -1}],
    [{...once, count: 1.5}],
    [{...once, bound: 'about'}],
    [{kind: 'property', event: 'A', property: 'plan'}],
    [{kind: 'property', event: 'A', property: '/p', equals: {deep: 1}}],
    [{kind: 'within', first: 'A', next: 'B', milliseconds: 0}],
  ])('%j is none', (value) => {
    expect(readExpectation(value)).toBeNull();
  });

  it('are the same whatever the order of their members, and each is kept once', () => {
    const same = readExpectation({count: 1, bound: 'exactly', event: 'A', kind: 'count'});
    expect(joinExpectations([toExpectation(once)], same ? [same] : [])).toEqual([toExpectation(once)]);
  });

  it('go out with the plan and come in again; what is none is a problem of the plan', async () => {
    const rule = {events: {A: {type: 'object'}}};
    const plan = {...rule, expectations: [{kind: 'never', event: 'B'}, {kind: 'sometimes'}]};
    const reading = await readPlan([{name: 'p.json', text: JSON.stringify(plan)}]);
    if (!reading.ok) throw new Error(reading.message);
    const {expectations, problems} = reading.plan;
    expect(problems).toMatchObject([{code: 'bad-expectation', place: {pointer: '/expectations/1', line: 1}}]);
    const text = JSON.stringify(toJsonSchema(reading.plan, [...expectations, toExpectation(once)]));
    const again = await readPlan([{name: 'p.json', text}]);
    expect(again).toMatchObject({ok: true, plan: {expectations: [{kind: 'never', event: 'B'}, once]}});
  });
});

describe('expectations in reports', () => {
  const odd: ExpectationFacts = {kind: 'never', event: '=1+1 <b>|x', pages};
  const report = {
    title: 'Product',
    rows: [],
    violations: [],
    blindSpots: [],
    expectations: [
      {expectation: once, result: result('met', 1)},
      {expectation: odd, result: result('broken', 2, 2)},
      {expectation: {...once, pages: '*/x'}, result: result('not-applied', 0)},
    ],
  };

  it('are in all of them, and nothing in a name is markup or a formula', () => {
    expect(toCoverageMarkdown(report)).toContain(
      '| `=1+1 <b>\\|x is never sent` | broken | `It was sent 2 times.` |',
    );
    expect(toCoverageCsv(report)).toContain('"expectation","\'=1+1 <b>|x is never sent","","broken","2","2"');
    expect(JSON.parse(toCoverageJson(report)).expectations[1]).toEqual({
      text: '=1+1 <b>|x is never sent',
      state: 'broken',
      seen: 2,
      wrong: 2,
      note: 'It was sent 2 times.',
    });
    const junit = toCoverageJunit(report, {neverSeen: 'skipped'});
    expect(junit).toContain('tests="3" failures="1" skipped="1"');
    expect(junit).toContain(
      '<testcase classname="expectations" name="=1+1 &lt;b&gt;|x is never sent"><failure message="broken">It was sent 2 times.</failure></testcase>',
    );
  });
});
