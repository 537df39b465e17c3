import {expect, it} from 'vitest';
import type {SeverityFilter} from '../filter/entry-match';
import {matchEntry} from '../filter/matches-filter';
import {parseFilter} from '../filter/parse-filter';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {createTotals} from './create-totals';
import {toLogEntry} from './log-entry';
import {toPassedTotals} from './to-passed-totals';

/** A batch of three with an error in its second event, a warning in its third and one of its own; and a single event. */
const entries = [
  toLogEntry(
    aRequest(),
    anInspection({
      events: [
        anEvent({index: 0}),
        anEvent({index: 1, name: 'signed_up'}),
        anEvent({index: 2, type: 'identify', name: null}),
      ],
      issues: [
        anIssue({event: 1}),
        anIssue({event: 2, severity: 'warning', code: 'bad-email'}),
        anIssue({event: null, severity: 'warning', code: 'oversized-batch', pointer: ''}),
        anIssue({event: 0, severity: 'info', code: 'unknown-event'}),
      ],
    }),
    0,
  ),
  toLogEntry(
    aRequest({id: 'r2'}),
    anInspection({events: [anEvent({name: 'signed_up'})], issues: [anIssue({event: 0})]}),
    0,
  ),
];

it.each<
  [line: string, severity: SeverityFilter, requests: number, events: number, errors: number, warnings: number]
>([
  ['', 'all', 2, 4, 2, 2],
  ['name:signed', 'all', 2, 2, 2, 1],
  ['type:identify', 'all', 1, 1, 0, 2],
  ['name:signed', 'errors', 2, 2, 2, 1],
  // The batch is listed for its own warning, without its events.
  ['name:signed', 'warnings', 1, 0, 0, 1],
  ['', 'errors', 2, 2, 2, 1],
  ['', 'warnings', 1, 1, 0, 2],
  ['name:nothing', 'all', 0, 0, 0, 0],
])('%j with %s shows %i requests, %i events, %i errors and %i warnings', (line, severity, ...expected) => {
  const terms = parseFilter(line);
  const {requests, events, errors, warnings} = toPassedTotals(entries, (entry) =>
    matchEntry(entry, terms, severity),
  );
  expect([requests, events, errors, warnings]).toEqual(expected);
});

it.each([
  '',
  'name:signed',
  'type:identify',
  'name:nothing',
  '-name:signed',
  'batch',
  '-batch',
  'status:200',
  'user:b',
])('what is counted of the severities for %j is there once one of them is chosen', (line) => {
  const count = (severity: SeverityFilter) => {
    const terms = parseFilter(line);
    return toPassedTotals(entries, (entry) => matchEntry(entry, terms, severity));
  };
  const found = count('all');
  expect(count('errors').errors).toBe(found.errors);
  expect(count('warnings').warnings).toBe(found.warnings);
});

it('counts all where everything passes', () => {
  const match = () => ({request: true, events: 'all'}) as const;
  expect(toPassedTotals(entries, match)).toEqual(createTotals()(entries));
});
