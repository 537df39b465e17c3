/** In milliseconds. A panel behind another tab of DevTools gets no frames. */
const LONGEST_WAIT = 100;

/** Calls `work` before the browser paints next, or soon after where nothing is painted. */
export function nextFrame(work: () => void): void {
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, LONGEST_WAIT);
}
