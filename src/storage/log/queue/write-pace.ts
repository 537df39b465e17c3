/** Decides how long a write waits, so that observations in quick succession are written together. */
export interface WritePace {
  /** Resolves when the next write may begin. */
  wait(): Promise<void>;
  /** A write begins now. */
  begin(): void;
  /** The next write need not wait any longer. */
  hurry(): void;
}

/** `interval`: the next write may begin this number of milliseconds after the previous one began. */
export function createWritePace(interval: number): WritePace {
  let nextAt = 0;
  let endWait: () => void = () => undefined;
  return {
    wait() {
      const rest = nextAt - performance.now();
      if (rest <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, rest);
        endWait = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    begin() {
      nextAt = performance.now() + interval;
    },
    hurry() {
      nextAt = 0;
      endWait();
    },
  };
}
