import {untilPainted} from '../../src/panel/ports/next-frame';

/**
 * Milliseconds from the beginning of a frame, in which `work` is done, to the end of the frame that shows its result:
 * no wait for the screen is in it unless the work goes on in a second frame.
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

/** What the panel does behind the list begins when it was quiet for a moment; its end is waited for. */
async function nextQuiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 250));
  await scheduler.postTask(() => undefined, {priority: 'background'});
}
