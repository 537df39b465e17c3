import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {whenSlow} from './when-slow';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('work that may hang', () => {
  it('is told of once, after a while, and its result still comes', async () => {
    const tell = vi.fn();
    let finish: (result: string) => void = () => undefined;
    const work = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const result = whenSlow(work, {afterMs: 5_000, tell});
    await vi.advanceTimersByTimeAsync(4_999);
    expect(tell).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tell).toHaveBeenCalledTimes(1);
    finish('done');
    await expect(result).resolves.toBe('done');
  });

  it.each([
    ['done', () => Promise.resolve('done')],
    ['failed', () => Promise.reject(new Error('no'))],
  ])('is not told of when it is %s in time', async (_, start) => {
    const tell = vi.fn();
    await whenSlow<string>(start(), {afterMs: 5_000, tell}).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tell).not.toHaveBeenCalled();
  });
});
