/** Runs a task soon after it is asked for, but not all the time. */
export interface Pacer {
  soon(): void;
  /** In the next turn, however short ago it ran. */
  atOnce(): void;
  dispose(): void;
}

/** Between two runs so many milliseconds go by at least; */
const REST_MS = 200;
/** and so many times as long as the run itself took. */
const REST_FACTOR = 5;

export function createPacer({run, now}: {run(): void; now(): number}): Pacer {
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
    dispose,
  };
}
