/** Work that has started and is not done. */
export interface WorkInProgress {
  /** Its errors are passed to `fail`. */
  run(work: Promise<void>): void;
  /** Runs it after `delay` milliseconds, unless something is already scheduled. */
  runLater(delay: number, start: () => Promise<void>): void;
  fail(error: unknown): void;
  isIdle(): boolean;
  dispose(): void;
}

export function createWorkInProgress(fail: (error: unknown) => void): WorkInProgress {
  let running = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function run(work: Promise<void>): void {
    running++;
    work.catch(fail).finally(() => running--);
  }

  return {
    run,
    runLater(delay, start) {
      timer ??= setTimeout(() => {
        timer = null;
        run(start());
      }, delay);
    },
    fail,
    isIdle: () => running === 0 && timer === null,
    dispose() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
