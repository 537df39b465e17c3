import {describe, expect, it} from 'vitest';
import {readPlan} from '../read-plan';
import {toCoverageCsv} from '../report/to-csv';
import {toCoverageJson} from '../report/to-json';
import {toJsonSchema} from '../report/to-json-schema';
import {toCoverageJunit} from '../report/to-junit';
import {toCoverageMarkdown} from '../report/to-markdown';
import {describeExpectation, describeOutcome} from './describe-expectation';
import {type ExpectationFacts, joinExpectations, readExpectation, toExpectation} from './expectation';
import type {ExpectationResult} from './judge-expectation';

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
  ])('%j %j', (facts, seen, sentence, outcome) => {
    expect([describeExpectation(facts), describeOutcome(facts, seen)]).toEqual([sentence, outcome]);
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
