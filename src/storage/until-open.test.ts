import {expect, it, vi} from 'vitest';
import {untilOpen} from './until-open';

it('tries again until it opens, and tells of each failure', async () => {
  vi.useFakeTimers();
  const failures: unknown[] = [];
  let tries = 0;
  const opening = untilOpen(
    async () => {
      tries++;
      if (tries < 3) throw new Error(`failure ${tries}`);
      return 'open';
    },
    (error) => failures.push(String(error)),
  );
  await vi.advanceTimersByTimeAsync(1_999);
  expect(tries).toBe(1);
  await vi.advanceTimersByTimeAsync(2_001);
  expect(await opening).toBe('open');
  expect(failures).toEqual(['Error: failure 1', 'Error: failure 2']);
  vi.useRealTimers();
});
