import {expect, it} from 'vitest';
import {toExpectation} from '../../../../domain/plans/expectations/expectation';
import {toExpectedName} from '../coverage-lines';
import {toExpectationLines} from './expectation-lines';

it('leads to the events that it names, those without a name by their type', () => {
  const expectation = toExpectation({kind: 'before', first: 'identify', next: 'Home', pages: null});
  const open = new Set([`expectation ${expectation.id}`]);
  const lines = toExpectationLines([{expectation, result: null}], open, '');
  expect(
    lines.flatMap((line) => (line.kind === 'action' && line.action.do === 'show-events' ? line.action : [])),
  ).toEqual([
    {do: 'show-events', row: {call: 'identify', name: null}},
    {do: 'show-events', row: {call: 'track', name: 'Home'}},
  ]);
});

it.each([
  ['track', 'Home', 'Home'],
  ['page', 'Home', 'Home'],
  ['identify', null, 'identify'],
  ['group', null, 'group'],
  // A rule for all pages also counts those with a name.
  ['page', null, null],
  ['track', null, null],
  ['unknown', null, null],
])('a row of %s %j is expected as %j', (call, name, expected) => {
  expect(toExpectedName({call, name})).toBe(expected);
});
