/** Runs a task soon after it is requested, but not too often. */
export interface Pacer {
  soon(): void;
  /** Runs it in the next turn, even if it has just run. */
  atOnce(): void;
  /** Runs it in this turn. */
  now(): void;
  dispose(): void;
}

/** The shortest pause between two runs, in milliseconds. */
const REST_MS = 200;
/** The shortest pause as a multiple of the duration of the run before it. */
const REST_FACTOR = 5;

export function createPacer(run: () => void, now: () => number): Pacer {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let restsUntil = 0;

  function begin(): void {
    timer = null;
    const begun = now();
    run();
    restsUntil = now() + Math.max(REST_MS, REST_FACTOR * (now() - begun));
  }

  function soon(): void {
    timer ??= setTimeout(begin, Math.max(0, restsUntil - now()));
  }

  function dispose(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    soon,
    atOnce() {
      dispose();
      restsUntil = 0;
      soon();
    },
    now() {
      dispose();
      begin();
    },
    dispose,
  };
}
