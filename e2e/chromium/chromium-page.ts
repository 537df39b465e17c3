import type {Page as PlaywrightPage} from 'playwright';
import type {Page, Panel} from '../setup/browser-driver';
import {toExpression} from '../setup/page-script';
import type {ClickOptions, Point} from '../setup/surface';
import {openPanel} from './chromium-panel';
import {drag} from './drag';

/** A tab of Chromium. */
export class ChromiumPage implements Page {
  constructor(
    private readonly page: PlaywrightPage,
    readonly title: string,
    private readonly extensionId: string,
  ) {}

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async evaluate<Result>(
    run: (argument: never) => Result | Promise<Result>,
    argument?: unknown,
  ): Promise<Result> {
    return await this.page.evaluate<Result>(toExpression(run, argument));
  }

  async addScript(source: string): Promise<void> {
    await this.page.evaluate(`${source};undefined`);
  }

  async clickAt({x, y}: Point, {count = 1, button = 'left'}: ClickOptions = {}): Promise<void> {
    await this.page.bringToFront();
    await this.page.mouse.click(x, y, {clickCount: count, button});
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.page.bringToFront();
    await drag(this.page.mouse, from, to);
  }

  async moveTo({x, y}: Point): Promise<void> {
    await this.page.mouse.move(x, y);
  }

  async press(chord: string): Promise<void> {
    await this.page.keyboard.press(chord);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({path});
  }

  async openPanel(): Promise<Panel> {
    return await openPanel(this.page, this.extensionId);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
