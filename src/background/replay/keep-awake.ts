/** Browsers stop a background after 30 s of silence, whatever it waits for. */
const BEAT_MS = 20_000;

/** Runs a task and calls the browser now and then until it is over, so that the background is not stopped. */
export async function keepAwake<T>(beat: () => Promise<unknown>, task: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    // A beat that fails changes nothing: the task runs on, and the next beat comes.
    beat().catch(() => undefined);
  }, BEAT_MS);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
