import {expect, it} from 'vitest';
import {toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {binRequests, toTimeSpan} from './bin-requests';

function toEntry(
  startedAt: number,
  severity: 'error' | 'warning' | null,
  changes: Parameters<typeof aRequest>[0] = {},
) {
  const issues = severity === null ? [] : [anIssue({severity})];
  return toLogEntry(
    aRequest({startedAt, ...changes}),
    anInspection({events: [anEvent()], issues}),
    startedAt,
  );
}

it('counts each request once, by the worst that is known of it', () => {
  const entries = [
    toEntry(100, null),
    toEntry(149, 'warning'),
    toEntry(150, 'error'),
    toEntry(200, null, {outcome: {state: 'failed', error: 'x', endedAt: 201}}),
  ];
  expect(binRequests(entries, {from: 100, to: 200}, 2)).toEqual([
    {errors: 0, warnings: 1, others: 1},
    {errors: 2, warnings: 0, others: 0},
  ]);
});

it('leaves out what is outside of the span', () => {
  const entries = [toEntry(5, null), toEntry(150, null)];
  expect(binRequests(entries, {from: 100, to: 200}, 1)).toEqual([{errors: 0, warnings: 0, others: 1}]);
});

it.each([
  ['no request', [], null],
  ['one', [toEntry(7, null)], {from: 7, to: 8}],
  ['several', [toEntry(300, null), toEntry(7, null)], {from: 7, to: 300}],
  [
    'one that was pinned long ago',
    [toEntry(7, null, {pinned: true}), toEntry(300, null)],
    {from: 300, to: 301},
  ],
  ['an import alone', [toEntry(7, null, {imported: {id: 'i', file: 'a'}})], {from: 7, to: 8}],
])('spans %s', (_, entries, span) => {
  expect(toTimeSpan(entries)).toEqual(span);
});

it('takes 100,000 requests in one pass', () => {
  const entry = toEntry(0, null);
  const entries = Array.from({length: 100_000}, (_, at) => ({...entry, at}));
  const span = toTimeSpan(entries);
  expect(span).toEqual({from: 0, to: 99_999});
  if (span)
    expect(binRequests(entries, span, 100).every(({others}) => others === 1_000 || others === 1_001)).toBe(
      true,
    );
});
