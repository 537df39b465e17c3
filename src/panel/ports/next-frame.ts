/** In milliseconds. A panel in a background tab of DevTools gets no frames. */
const LONGEST_WAIT = 100;

/** Calls `work` before the browser paints next, or soon if it does not paint. */
export function nextFrame(work: () => void): void {
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, LONGEST_WAIT);
}

/** Called within a frame: a task that is posted there runs after painting. */
export function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
