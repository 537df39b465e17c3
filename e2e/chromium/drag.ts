import type {Page} from 'playwright';
import type {Point} from '../setup/surface';

/**
 * Moves the mouse with its button down, with a point in between: a single move would be a jump, which a person never
 * makes.
 */
export async function drag(mouse: Page['mouse'], from: Point, to: Point): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, {steps: 2});
  await mouse.up();
}
