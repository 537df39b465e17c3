import {untilPainted} from '../../src/panel/ports/next-frame';

/**
 * Milliseconds from the start of a frame, in which `work` is done, to the end of the frame that shows its result.
 * Waiting for the screen is not included unless the work continues in a second frame.
 */
export async function timeFrame(work: () => void, isShown: () => boolean): Promise<number> {
  await nextQuiet();
  const begun = await nextFrame();
  work();
  await untilPainted();
  while (!isShown()) {
    await nextFrame();
    await untilPainted();
  }
  return performance.now() - begun;
}

/** When the next frame was made. */
export async function afterFrame(): Promise<number> {
  await nextFrame();
  await untilPainted();
  return performance.now();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

declare const scheduler: {postTask(task: () => void, options: {priority: 'background'}): Promise<void>};

/** The panel starts its low-priority work after it was idle for a moment; waits until that work is done. */
async function nextQuiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 250));
  await scheduler.postTask(() => undefined, {priority: 'background'});
}
