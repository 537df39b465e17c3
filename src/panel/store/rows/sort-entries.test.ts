import {expect, it} from 'vitest';
import {type LogEntry, toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {sortEntries, toShownSort} from './sort-entries';

const inspection = anInspection({events: [anEvent({name: 'b', user: 'u10', type: 'track'})]});
const other = anInspection({
  events: [anEvent({name: 'a', user: 'u9', type: 'identify', group: null})],
  size: {events: 1, bytes: 900, maxEvents: null, maxBytes: null},
});
const entries: LogEntry[] = [
  toLogEntry(aRequest({id: 'one', startedAt: 1}), inspection, 1),
  toLogEntry(aRequest({id: 'two', startedAt: 2, url: 'https://a.test/x'}), other, 1),
  toLogEntry(
    aRequest({
      id: 'batch',
      startedAt: 3,
      outcome: {
        state: 'answered',
        status: 404,
        statusText: '',
        headers: {state: 'unknown'},
        body: {kind: 'missing', reason: 'opaque'},
        endedAt: 4,
      },
    }),
    anInspection({events: [anEvent(), anEvent({index: 1})]}),
    1,
  ),
];

it.each([
  ['event', false, 'batch two one'],
  ['event', true, 'one two batch'],
  ['type', false, 'two one batch'],
  ['user', false, 'two one batch'],
  ['user', true, 'one two batch'],
  ['group', true, 'one two batch'],
  ['host', false, 'two one batch'],
  ['page', false, 'one two batch'],
  ['status', false, 'batch one two'],
  ['status', true, 'one two batch'],
  ['size', true, 'two one batch'],
  ['time', true, 'batch two one'],
] as const)('sorts by %s, descending: %s', (by, descending, ids) => {
  expect(
    sortEntries(entries, {by, descending})
      .map(({id}) => id)
      .join(' '),
  ).toBe(ids);
});

it.each([
  ['user', ['user', 'time'], 'user'],
  ['user', ['time'], undefined],
  ['event', [], 'event'],
] as const)('sorts by %s while %j are shown: by %s', (by, columns, expected) => {
  expect(toShownSort({sort: {by, descending: true}, columns: [...columns]})?.by).toBe(expected);
});
