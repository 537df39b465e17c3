import {expect, it, vi} from 'vitest';
import {buildArea} from './build-area';
import {purgeOnce} from './purge-once';

it('purges at the first start of a session, and at no later one', async () => {
  const area = buildArea();
  const purge = vi.fn(async () => undefined);
  await purgeOnce(area, 'one', purge);
  await purgeOnce(area, 'one', purge);
  expect(purge).toHaveBeenCalledTimes(1);
  await purgeOnce(area, 'two', purge);
  expect(purge).toHaveBeenCalledTimes(2);
});

it('tries again where it failed', async () => {
  const area = buildArea();
  const broken = () => Promise.reject(new Error('The disk refuses.'));
  await expect(purgeOnce(area, 'one', broken)).rejects.toThrow('The disk refuses.');
  const purge = vi.fn(async () => undefined);
  await purgeOnce(area, 'one', purge);
  expect(purge).toHaveBeenCalledTimes(1);
});
