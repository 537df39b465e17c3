import {computed, signal} from '@preact/signals';
import {describe, expect, it} from 'vitest';
import {followPerFrame} from './follow-per-frame';

function open() {
  const count = signal(0);
  let computations = 0;
  const source = computed(() => {
    computations++;
    return count.value;
  });
  const frames = new Set<() => void>();
  const told: number[] = [];
  const stop = followPerFrame({
    source,
    shown: source.peek(),
    requestFrame(run) {
      frames.add(run);
      return () => frames.delete(run);
    },
    onChange: () => told.push(count.peek()),
  });
  const nextFrame = () => {
    const runs = [...frames];
    frames.clear();
    for (const run of runs) run();
  };
  return {count, told, stop, nextFrame, frames, computations: () => computations};
}

describe('followPerFrame', () => {
  it('tells of the first change of a frame at once, and not of what was shown already', () => {
    const {count, told} = open();
    expect(told).toEqual([]);
    count.value = 1;
    expect(told).toEqual([1]);
  });

  it('tells of a burst once more, with the next frame, and computes nothing for what lies between', () => {
    const {count, told, nextFrame, computations} = open();
    count.value = 1;
    const before = computations();
    for (let next = 2; next <= 50; next++) count.value = next;
    expect(computations()).toBe(before);
    nextFrame();
    expect(told).toEqual([1, 50]);
    expect(computations()).toBe(before + 1);
  });

  it('is at once again when a frame passed without a change', () => {
    const {count, told, nextFrame} = open();
    count.value = 1;
    nextFrame();
    count.value = 2;
    expect(told).toEqual([1, 2]);
  });

  it('tells nothing after it was stopped', () => {
    const {count, told, stop, nextFrame, frames} = open();
    count.value = 1;
    stop();
    expect(frames.size).toBe(0);
    nextFrame();
    count.value = 2;
    expect(told).toEqual([1]);
  });
});
