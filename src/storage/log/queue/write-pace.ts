/** Decides how long a write waits, so that what arrives shortly after one another is written together. */
export interface WritePace {
  /** Resolves when the next write may begin. */
  wait(): Promise<void>;
  /** A write begins now. */
  begin(): void;
  /** The next write waits no longer. */
  hurry(): void;
}

/** `interval`: so many milliseconds after a write began the next one may begin. */
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
