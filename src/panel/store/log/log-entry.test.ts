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
  params: {error: 'net::ERR_FAILED'},
});

it.each<[string, Outcome, Issue[], string]>([
  ['is on its way', {state: 'pending'}, [], 'ok'],
  ['failed', {state: 'failed', error: 'net::ERR_FAILED', endedAt: null}, [failed], 'error'],
  ['has no answer', left, [], 'unanswered'],
  ['has no answer, and a warning', left, [anIssue({severity: 'warning'})], 'warning'],
  ['has no answer, and an error', left, [anIssue()], 'error'],
])('the mark of a request that %s is the worst of verdict and transport', (_, outcome, issues, verdict) => {
  const entry = toLogEntry(aRequest({outcome}), anInspection({events: [anEvent()], issues}), 0);
  expect(toEntryVerdict(entry)).toBe(verdict);
  expect(entry.unknown).toBe(outcome === left ? left.reason : null);
});
