export interface FrameClock {
  /** Calls `work` before the browser paints next. */
  nextFrame(work: () => void): void;
  /** Called within a frame: resolves after painting. */
  untilPainted(): Promise<void>;
  /** Resolves after this number of milliseconds. */
  wait(milliseconds: number): Promise<void>;
  now(): number;
}

/**
 * If work is shorter than this, in milliseconds, the next frame may follow directly: a single row is not delayed by
 * the previous one.
 */
const SHORT = 8;
const LONGEST_REST = 50;

/**
 * Calls work in frames, and after slow work pauses for the same time: painting a burst takes half of the thread's
 * time, and the rest is for input, and for the threads that the burst comes from.
 */
export function paceFrames({nextFrame, untilPainted, wait, now}: FrameClock): (work: () => void) => void {
  let rested = Promise.resolve();

  async function rest(begun: number): Promise<void> {
    await untilPainted();
    const took = now() - begun;
    if (took >= SHORT) await wait(Math.min(took, LONGEST_REST));
  }

  return (work) => {
    void rested.then(() =>
      nextFrame(() => {
        rested = rest(now());
        work();
      }),
    );
  };
}
