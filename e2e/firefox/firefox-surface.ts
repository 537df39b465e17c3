import {mkdir, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {untilPainted} from '../setup/frames';
import {toExpression} from '../setup/page-script';
import {poll} from '../setup/poll';
import type {ClickOptions, Point, Surface} from '../setup/surface';
import type {ChromeWindow} from './chrome-window';
import {toChordActions, toTypingActions} from './key-actions';
import {paint} from './tab-scripts';

interface Box extends Point {
  width: number;
  height: number;
}

/** The part that pages and panels share: input goes through Firefox' own window, as if from a real mouse and keyboard. */
export abstract class FirefoxSurface implements Surface {
  abstract readonly title: string;

  constructor(protected readonly window: ChromeWindow) {}

  /** Runs a function body that returns JSON text, or a promise of it. */
  protected abstract runSource(source: string): Promise<unknown>;
  protected abstract focus(): Promise<void>;
  /** The position of the page in the window, and the area that a picture of it includes. */
  protected abstract measure(): Promise<{content: Box; frame: Box}>;

  async evaluate<Result>(
    run: (argument: never) => Result | Promise<Result>,
    argument?: unknown,
  ): Promise<Result> {
    const expression = toExpression(run, argument);
    // Scripts run in a sandbox in front of the window, which has its own global object.
    const call = `((globalThis) => ${expression})(window)`;
    const json = await this.runSource(`return Promise.resolve(${call}).then((r) => JSON.stringify(r))`);
    return (typeof json === 'string' ? JSON.parse(json) : undefined) as Result;
  }

  async addScript(source: string): Promise<void> {
    await this.runSource(source);
  }

  async clickAt(point: Point, {count = 1, button = 'left'}: ClickOptions = {}): Promise<void> {
    const number = button === 'left' ? 0 : 2;
    const press = [
      {type: 'pointerDown', button: number},
      {type: 'pointerUp', button: number},
    ];
    await this.point([point], Array.from({length: count}, () => press).flat());
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.point([from], [{type: 'pointerDown', button: 0}]);
    const between = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
    await this.point([between, to], [{type: 'pointerUp', button: 0}]);
  }

  async moveTo(point: Point): Promise<void> {
    await this.point([point], []);
  }

  async press(chord: string): Promise<void> {
    await this.takeKeyboard();
    await this.perform(toChordActions(chord));
  }

  async type(text: string): Promise<void> {
    await this.takeKeyboard();
    await this.perform(toTypingActions(text));
  }

  async screenshot(path: string): Promise<void> {
    const {frame} = await this.measure();
    const url = await this.window.run(paint, frame);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, url.slice(url.indexOf(',') + 1), 'base64');
  }

  private async point(way: readonly Point[], actions: readonly object[]): Promise<void> {
    const {content} = await this.measure();
    const moves = way.map(({x, y}) => ({
      type: 'pointerMove',
      x: Math.round(content.x + x),
      y: Math.round(content.y + y),
    }));
    const parameters = {pointerType: 'mouse'};
    await this.perform([{type: 'pointer', id: 'mouse', parameters, actions: [...moves, ...actions]}]);
  }

  /**
   * Resolves once keys reach the page: bringing the tab to the front takes time, and until then the page does not get
   * the focus.
   */
  private async takeKeyboard(): Promise<void> {
    await poll(async () => {
      await this.focus();
      return await this.evaluate(() => document.hasFocus());
    }, `${this.title} does not get the keyboard.`);
  }

  /**
   * Resolves once the page has received the input. Firefox delivers it in the next frame, so a test that runs code in
   * the page would be earlier. If the page moved because of that, the click would hit another place.
   */
  private async perform(actions: readonly object[]): Promise<void> {
    await this.window.perform(actions);
    // The click or key may have closed the page.
    await this.evaluate(untilPainted).catch(() => undefined);
  }
}
