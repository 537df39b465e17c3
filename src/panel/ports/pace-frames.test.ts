import {expect, it} from 'vitest';
import {paceFrames} from './pace-frames';

/** A clock that a test advances: work adds its duration to `time`. */
function createClock() {
  const waits: number[] = [];
  const clock: {time: number; paint(): void; waits: number[]} = {time: 0, paint: () => undefined, waits};
  const later = paceFrames({
    nextFrame: (work) => work(),
    untilPainted: () =>
      new Promise((resolve) => {
        clock.paint = resolve;
      }),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    now: () => clock.time,
  });
  return {clock, later};
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

it.each([
  [7, []],
  [20, [20]],
  [400, [50]],
])('rests after a frame of %i ms as long again, for %j ms', async (took, waits) => {
  const {clock, later} = createClock();
  later(() => undefined);
  await settle();
  clock.time += took;
  clock.paint();
  await settle();
  expect(clock.waits).toEqual(waits);
});

it('begins no frame before the one before was painted and it has rested', async () => {
  const {clock, later} = createClock();
  const done: string[] = [];
  later(() => done.push('first'));
  await settle();
  later(() => done.push('second'));
  await settle();
  expect(done).toEqual(['first']);
  clock.paint();
  await settle();
  expect(done).toEqual(['first', 'second']);
});

it('goes on after work that failed', async () => {
  const failed: unknown[] = [];
  const clock: {paint(): void} = {paint: () => undefined};
  const later = paceFrames({
    nextFrame: (work) => {
      try {
        work();
      } catch (error) {
        failed.push(error);
      }
    },
    untilPainted: async () => undefined,
    wait: async () => undefined,
    now: () => 0,
  });
  const done: string[] = [];
  later(() => {
    throw new Error('It failed.');
  });
  later(() => done.push('second'));
  await settle();
  clock.paint();
  expect(failed).toHaveLength(1);
  expect(done).toEqual(['second']);
});
