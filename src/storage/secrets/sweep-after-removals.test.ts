import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {GRACE} from './session-secrets';
import {sweepAfterRemovals} from './sweep-after-removals';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('sweeps when records are removed, and once more when what was kept just before may go', async () => {
  const sweep = vi.fn(async () => undefined);
  const hear = sweepAfterRemovals({sweep}, vi.fn());
  hear({type: 'committed'});
  expect(sweep).not.toHaveBeenCalled();
  for (let drop = 0; drop < 100; drop += 1) hear({type: 'removed'});
  expect(sweep).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2 * GRACE);
  expect(sweep).toHaveBeenCalledTimes(2);
  hear({type: 'removed'});
  expect(sweep).toHaveBeenCalledTimes(3);
});

it('tells of a sweep that failed', async () => {
  const onError = vi.fn();
  const hear = sweepAfterRemovals({sweep: () => Promise.reject(new Error('No database.'))}, onError);
  hear({type: 'removed'});
  await vi.advanceTimersByTimeAsync(0);
  expect(onError).toHaveBeenCalledWith(new Error('No database.'));
});
