import {expect, it} from 'vitest';
import {gatherByFrame} from './gather-by-frame';

it('hands on what came since the last frame, once a frame and in order', () => {
  const frames: (() => void)[] = [];
  const handled: (readonly number[])[] = [];
  const gather = gatherByFrame<number>(
    (work) => frames.push(work),
    (items) => handled.push(items),
  );
  gather(1);
  gather(2);
  expect(handled, 'nothing before the frame').toEqual([]);
  expect(frames, 'one frame is asked for').toHaveLength(1);
  frames.shift()?.();
  gather(3);
  frames.shift()?.();
  expect(handled).toEqual([[1, 2], [3]]);
});

it('keeps what comes while the frame is handled for the next one', () => {
  const frames: (() => void)[] = [];
  const handled: (readonly number[])[] = [];
  const gather = gatherByFrame<number>(
    (work) => frames.push(work),
    (items) => {
      handled.push(items);
      if (items.includes(1)) gather(2);
    },
  );
  gather(1);
  frames.shift()?.();
  expect(handled).toEqual([[1]]);
  frames.shift()?.();
  expect(handled).toEqual([[1], [2]]);
});
