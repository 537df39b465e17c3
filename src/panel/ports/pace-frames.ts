export interface FrameClock {
  /** Calls `work` before the browser paints next. */
  nextFrame(work: () => void): void;
  /** Called within a frame: resolves when it was painted. */
  untilPainted(): Promise<void>;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  now(): number;
}

/** Shorter than this, in milliseconds, and frames may follow one another: a single row is not late because of the one before. */
const SHORT = 8;
const LONGEST_REST = 50;

/**
 * Calls work in frames, and after one that took long rests for as long again: a burst is painted by half of the thread's
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
