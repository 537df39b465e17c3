import {expect, it} from 'vitest';
import type {Outcome} from '../../../domain/capture/captured-request';
import type {Issue} from '../../../domain/verdict/issue';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {toEntryVerdict, toLogEntry} from './log-entry';

const left: Outcome = {state: 'unknown', reason: 'Sent, no answer seen (the page was left).'};
const failed = anIssue({
  code: 'request-failed',
  event: null,
  pointer: '',
  params: {error: 'net::ERR_FAILED', status: null},
});

const cutOff: Outcome = {state: 'failed', error: 'net::ERR_FAILED', endedAt: null, status: 200};

it('says in the row that a response was cut off', () => {
  const entry = toLogEntry(aRequest({outcome: cutOff}), anInspection(), 0);
  expect(entry.unknown).toBe('The server answered 200, but the response was cut off or blocked.');
  expect(entry.answer?.status).toBe(200);
});

it.each<[string, Outcome, Issue[], string]>([
  ['is on its way', {state: 'pending'}, [], 'ok'],
  ['failed', {state: 'failed', error: 'net::ERR_FAILED', endedAt: null}, [failed], 'error'],
  ['was cut off', cutOff, [failed], 'error'],
  ['has no answer', left, [], 'unanswered'],
  ['has no answer, and a warning', left, [anIssue({severity: 'warning'})], 'warning'],
  ['has no answer, and an error', left, [anIssue()], 'error'],
])('the mark of a request that %s is the worst of verdict and transport', (_, outcome, issues, verdict) => {
  const entry = toLogEntry(aRequest({outcome}), anInspection({events: [anEvent()], issues}), 0);
  expect(toEntryVerdict(entry)).toBe(verdict);
  expect(entry.unknown !== null).toBe(outcome === left || outcome === cutOff);
});
