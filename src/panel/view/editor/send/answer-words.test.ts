import {expect, it} from 'vitest';
import type {Outcome} from '../../../../domain/capture/captured-request';
import {buildAnswer} from '../../../store/draft/draft-fakes';
import {toStatus, toTone} from './answer-words';

it.each<[Outcome, string, string]>([
  [buildAnswer(200), '200', 'ok'],
  [buildAnswer(307), '307', 'warning'],
  [buildAnswer(400), '400', 'error'],
  // A redirect that was not followed, to an address that the extension may not access.
  [buildAnswer(0), 'no status', 'error'],
  [{state: 'failed', error: 'x', endedAt: 1}, 'no response', 'error'],
  [{state: 'failed', error: 'x', endedAt: 1, status: 200}, '200, then', 'error'],
  [{state: 'unknown', reason: 'x'}, 'delivery unknown', 'warning'],
  [{state: 'pending'}, 'sending…', 'info'],
])('%o is called %s', (outcome, status, tone) => {
  expect(toStatus(outcome)).toBe(status);
  expect(toTone(outcome)).toBe(tone);
});
