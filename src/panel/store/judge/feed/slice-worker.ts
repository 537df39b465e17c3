export interface SliceWorkerOptions {
  hasWork(): boolean;
  /** Does a part of the work, short enough to handle new messages in time. */
  step(): Promise<void>;
  pause(): Promise<void>;
  /** Nothing is left to do. */
  onDone(): void;
  /** A step failed; it is tried again in a moment. */
  onFailure(error: unknown): void;
}

/** Does accumulated work step by step, with a pause between two steps. */
export interface SliceWorker {
  /** Starts unless it is running; resolves when nothing is left to do, or a step failed. */
  run(): Promise<void>;
  isWorking(): boolean;
  /** Neither working nor about to try again. */
  isIdle(): boolean;
  dispose(): void;
}

const RETRY_MS = 1_000;

export function createSliceWorker(options: SliceWorkerOptions): SliceWorker {
  const {hasWork, step, pause, onDone, onFailure} = options;
  let isWorking = false;
  let running = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | null = null;

  function run(): Promise<void> {
    if (!isWorking) running = workOff();
    return running;
  }

  async function workOff(): Promise<void> {
    isWorking = true;
    try {
      while (hasWork()) {
        await step();
        if (hasWork()) await pause();
      }
      onDone();
    } catch (error) {
      onFailure(error);
      retry = setTimeout(() => {
        retry = null;
        void run();
      }, RETRY_MS);
    } finally {
      // Synchronously, so that work that arrives slightly later starts it again.
      isWorking = false;
    }
  }

  return {
    run,
    isWorking: () => isWorking,
    isIdle: () => !isWorking && retry === null,
    dispose() {
      if (retry !== null) clearTimeout(retry);
    },
  };
}
