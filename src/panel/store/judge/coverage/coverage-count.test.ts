import {expect, it} from 'vitest';
import type {Plan, PlanRule} from '../../../../domain/plans/tracking-plan';
import {createCoverageCount} from './coverage-count';

function plan(rules: number): Plan {
  const rule = (number: number): PlanRule => ({
    id: `track/${number}`,
    call: 'track',
    name: String(number),
    version: null,
    section: null,
    labels: [],
    description: 'x'.repeat(1_000),
    schema: {},
    where: 'properties',
    draft: '2020-12',
    isDeprecated: false,
    place: {file: 'plan.json', pointer: '', line: 1, column: 1},
  });
  const all = Array.from({length: rules}, (_, number) => rule(number));
  return {
    id: 'p',
    title: 'P',
    format: 'json-schema',
    revision: '1',
    rules: all,
    problems: [],
    expectations: [],
    isPartial: false,
  };
}

it.each([0, 1, 1_000, 1_001, 2_500])('tells of %i rules in parts that none is large', (rules) => {
  const count = createCoverageCount(() => []);
  count.countBy(plan(rules), {start: null, end: null});
  const news = count.takeNews(0, []);
  expect(news.flatMap(({rows}) => rows)).toHaveLength(rules);
  expect(Math.max(...news.map((part) => JSON.stringify(part).length))).toBeLessThan(400_000);
  const names = news.flatMap(({rows}) => rows.map(({name}) => Number(name)));
  expect(names).toEqual(names.toSorted((one, other) => one - other));
  expect(news.map(({isWhole}) => isWhole)).toEqual(news.map((_, part) => part === 0));
  expect(news.map(({hasMore}) => hasMore)).toEqual(news.map((_, part) => part < news.length - 1));
  expect(count.takeNews(0, [])).toMatchObject([{isWhole: false, rows: [], hasMore: false}]);
});

it('gives what the plan says of a rule with what the row folds out to', () => {
  const count = createCoverageCount(() => []);
  count.countBy(plan(1), {start: null, end: null});
  expect(count.row('track/0').description).toHaveLength(1_000);
  expect(count.row('track/another').description).toBe('');
});
