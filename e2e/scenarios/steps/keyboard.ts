import type {Panel} from '../../setup/browser-driver';
import {untilPainted} from '../../setup/frames';
import {locate, type Target} from '../../setup/locate';
import {poll} from '../../setup/poll';
import {countOf, describeTarget, type Surface} from '../../setup/surface';

const mostSteps = 60;

/** The toolbox moves the focus to the panel, as F6 or Tab does from its tab. */
export async function enterPanel(panel: Panel): Promise<void> {
  await panel.evaluate(() => window.focus());
}

/** Presses Tab (or Shift+Tab, see `key`) until the target has the focus. */
export async function tabTo(panel: Surface, target: Target, key = 'Tab'): Promise<void> {
  await poll(
    async () => (await countOf(panel, target)) > 0,
    `${panel.title} has no ${describeTarget(target)} to go to.`,
  );
  await pressUntil(panel, key, target, async () => (await panel.evaluate(locate, target))?.focused === true);
}

/** Moves down in a list until the target is reached and marked as selected. */
export async function goDownTo(panel: Surface, target: Target): Promise<void> {
  await pressHeard(panel, 'Home');
  await goDownFrom(panel, target);
}

/** Like `goDownTo`, from the current position. */
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

/** Presses a key and waits until its effect is painted. */
async function pressHeard(panel: Surface, key: string): Promise<void> {
  const heard = await panel.evaluate(countKeys);
  await panel.press(key);
  // In Firefox the key and the next query reach the panel in different ways, so the key may arrive later.
  await poll(async () => (await panel.evaluate(countKeys)) > heard, `${panel.title} does not hear ${key}.`);
  await panel.evaluate(untilPainted);
}

/** Runs in the panel: the number of keys except Shift that were pressed since the first call. */
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
