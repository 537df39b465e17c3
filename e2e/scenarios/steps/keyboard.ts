import type {Panel} from '../../setup/browser-driver';
import {untilPainted} from '../../setup/frames';
import {locate, type Target} from '../../setup/locate';
import {poll} from '../../setup/poll';
import {countOf, describeTarget, type Surface} from '../../setup/surface';

const mostSteps = 60;

/** The toolbox gives the keyboard to the panel, as F6 or Tab does from its tab. */
export async function enterPanel(panel: Panel): Promise<void> {
  await panel.evaluate(() => window.focus());
}

/** Goes on with Tab (or Shift+Tab, by `key`) until the target has the keyboard. */
export async function tabTo(panel: Surface, target: Target, key = 'Tab'): Promise<void> {
  await poll(
    async () => (await countOf(panel, target)) > 0,
    `${panel.title} has no ${describeTarget(target)} to go to.`,
  );
  await pressUntil(panel, key, target, async () => (await panel.evaluate(locate, target))?.focused === true);
}

/** Goes down a list until the target, which says that it is selected, is there. */
export async function goDownTo(panel: Surface, target: Target): Promise<void> {
  await pressHeard(panel, 'Home');
  await goDownFrom(panel, target);
}

/** As `goDownTo`, from where it is. */
export async function goDownFrom(panel: Surface, target: Target): Promise<void> {
  await pressUntil(panel, 'ArrowDown', target, async () => (await countOf(panel, target)) > 0);
}

async function pressUntil(
  panel: Surface,
  key: string,
  target: Target,
  isThere: () => Promise<boolean>,
): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    if (await isThere()) return;
    await pressHeard(panel, key);
  }
  throw new Error(`${key} never comes to ${describeTarget(target)} of ${panel.title}.`);
}

/** Presses a key and waits until what it brings about is painted. */
async function pressHeard(panel: Surface, key: string): Promise<void> {
  const heard = await panel.evaluate(countKeys);
  await panel.press(key);
  // In Firefox the key takes another way into the panel than the question that follows, and may come after it.
  await poll(async () => (await panel.evaluate(countKeys)) > heard, `${panel.title} does not hear ${key}.`);
  await panel.evaluate(untilPainted);
}

/** Runs in the panel: how many keys but Shift were pressed since this was first asked. */
function countKeys(): number {
  const counting = window as Window & {keysHeard?: number};
  if (counting.keysHeard === undefined) {
    counting.keysHeard = 0;
    const hear = ({key}: KeyboardEvent) => {
      if (key !== 'Shift') counting.keysHeard = (counting.keysHeard ?? 0) + 1;
    };
    window.addEventListener('keydown', hear, {capture: true});
  }
  return counting.keysHeard;
}
