/** Browsers stop a background after 30 s without activity, even if it waits for something. */
const BEAT_MS = 20_000;

/** Runs a task and calls the browser regularly until the task is done, so that the background is not stopped. */
export async function keepAwake<T>(beat: () => Promise<unknown>, task: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    // A failed call does not matter: the task continues, and so do the calls.
    beat().catch(() => undefined);
  }, BEAT_MS);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
