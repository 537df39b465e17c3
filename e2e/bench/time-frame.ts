/**
 * Milliseconds from the beginning of a frame, in which `work` is done, to the end of the frame that shows its result:
 * no wait for the screen is in it unless the work goes on in a second frame.
 */
export async function timeFrame(work: () => void, isShown: () => boolean): Promise<number> {
  await nextQuiet();
  const begun = await nextFrame();
  work();
  await frameEnd();
  while (!isShown()) {
    await nextFrame();
    await frameEnd();
  }
  return performance.now() - begun;
}

/** When the next frame was made. */
export async function afterFrame(): Promise<number> {
  await nextFrame();
  await frameEnd();
  return performance.now();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

/** A task that was posted within a frame comes after it was made. */
function frameEnd(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

declare const scheduler: {postTask(task: () => void, options: {priority: 'background'}): Promise<void>};

/** What the panel does behind the list begins when it was quiet for a moment; its end is waited for. */
async function nextQuiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 250));
  await scheduler.postTask(() => undefined, {priority: 'background'});
}
