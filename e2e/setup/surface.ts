import {type Located, locate, locateAtRest, locateUnderMouse, type Target} from './locate';
import {poll} from './poll';

export interface Point {
  x: number;
  y: number;
}

export interface ClickOptions {
  /** Default: 1. */
  count?: number;
  /** Default: left. */
  button?: 'left' | 'right';
}

/**
 * The interface of a driver to a page; hides all differences between browsers. Coordinates are CSS pixels of its
 * viewport.
 */
export interface Surface {
  /** For messages: "the panel", "the page". */
  readonly title: string;
  /**
   * Runs a self-contained function in the page's own world and returns its result; argument and result are JSON. Do
   * not await long work: start it, and poll for its result.
   */
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Runs a script's text in the page's own world, like a library that the page itself has loaded. */
  addScript(source: string): Promise<void>;
  /** Real mouse input. */
  clickAt(point: Point, options?: ClickOptions): Promise<void>;
  /** Drags from one point to another with the left button. */
  drag(from: Point, to: Point): Promise<void>;
  moveTo(point: Point): Promise<void>;
  /** Real keyboard input: one key or a chord, such as `Control+Enter`, `ArrowDown`, `a`. */
  press(chord: string): Promise<void>;
  /** Real keyboard input, character by character. */
  type(text: string): Promise<void>;
  /** A PNG of the painted page. */
  screenshot(path: string): Promise<void>;
}

/** The element, once it exists, is visible and does not move. */
export async function findElement(surface: Surface, target: Target): Promise<Located> {
  return await poll(
    () => surface.evaluate(locateAtRest, target),
    async () => `${surface.title} shows no ${describeTarget(target)}. It shows: ${await readText(surface)}`,
  );
}

/**
 * Clicks the center of an element with the real mouse, once it is not covered, stays where it is, and the page has
 * noticed the mouse.
 */
export async function click(surface: Surface, target: Target, options?: ClickOptions): Promise<void> {
  let nudge = 0;
  const found = await poll(
    async () => {
      const {x, y} = await findElement(surface, target);
      // The page is not notified if the mouse does not move.
      nudge = 1 - nudge;
      await surface.moveTo({x: x + nudge, y});
      const element = await surface.evaluate(locateUnderMouse, target);
      const stays = element?.x === x && element.y === y;
      return stays && element.reachable && element.hovered && !element.disabled ? element : null;
    },
    async () =>
      `${describeTarget(target)} of ${surface.title} can't be clicked: ` +
      JSON.stringify(await surface.evaluate(locate, target)),
  );
  await surface.clickAt({x: found.x, y: found.y}, options);
}

/** The current number of visible matching elements. */
export async function countOf(surface: Surface, target: Target): Promise<number> {
  return (await surface.evaluate(locate, target))?.count ?? 0;
}

/** The element's current text, null if there is none; poll for what you expect, since pages render later. */
export async function textOf(surface: Surface, target: Target): Promise<string | null> {
  return (await surface.evaluate(locate, target))?.text ?? null;
}

async function readText(surface: Surface): Promise<string> {
  const text = await surface.evaluate(() => document.body.innerText);
  return text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
}

export function describeTarget(target: Target): string {
  const name = target.name === undefined ? '' : ` “${target.name}”`;
  const text = target.text === undefined ? '' : ` with the text “${target.text}”`;
  return `${target.role ?? target.css ?? 'element'}${name}${text}`;
}
