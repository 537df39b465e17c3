import type {Frame, Page as PlaywrightPage} from 'playwright';
import type {Panel} from '../setup/browser-driver';
import {toExpression} from '../setup/page-script';
import {poll} from '../setup/poll';
import type {Point} from '../setup/surface';

const panelTitle = 'Track Inspector';

/** Opens DevTools of a page and selects our panel. */
export async function openPanel(page: PlaywrightPage): Promise<Panel> {
  const devtools = await openDevTools(page);
  await devtools.getByRole('tab', {name: panelTitle, exact: true}).click();
  const frame = await poll(
    () => devtools.frames().find((one) => /^chrome-extension:.*\/panel\.html/.test(one.url())),
    `DevTools has our tab but not the panel's page.`,
  );
  await frame.waitForLoadState();
  return new ChromiumPanel(devtools, frame);
}

async function openDevTools(page: PlaywrightPage): Promise<PlaywrightPage> {
  const context = page.context();
  const browser = context.browser();
  if (browser === null) throw new Error('The browser is closed.');
  const pageSession = await context.newCDPSession(page);
  const {targetInfo} = await pageSession.send('Target.getTargetInfo');
  await pageSession.detach();
  const before = new Set(context.pages());
  const browserSession = await browser.newBrowserCDPSession();
  await browserSession.send('Target.openDevTools', {targetId: targetInfo.targetId});
  await browserSession.detach();
  return await poll(
    () => context.pages().find((one) => !before.has(one) && one.url().startsWith('devtools://')),
    'DevTools did not open.',
  );
}

class ChromiumPanel implements Panel {
  readonly title = 'the panel';

  constructor(
    private readonly devtools: PlaywrightPage,
    private readonly frame: Frame,
  ) {}

  async evaluate<Result>(
    run: (argument: never) => Result | Promise<Result>,
    argument?: unknown,
  ): Promise<Result> {
    return await this.frame.evaluate<Result>(toExpression(run, argument));
  }

  async addScript(source: string): Promise<void> {
    await this.frame.evaluate(`${source};undefined`);
  }

  async clickAt(point: Point, options: {count?: number} = {}): Promise<void> {
    const {x, y} = await this.toWindow(point);
    await this.devtools.mouse.click(x, y, {clickCount: options.count ?? 1});
  }

  async moveTo(point: Point): Promise<void> {
    const {x, y} = await this.toWindow(point);
    await this.devtools.mouse.move(x, y);
  }

  async press(chord: string): Promise<void> {
    await this.devtools.keyboard.press(chord);
  }

  async type(text: string): Promise<void> {
    await this.devtools.keyboard.type(text);
  }

  async screenshot(path: string): Promise<void> {
    await this.devtools.screenshot({path});
  }

  async resize(size: {width: number; height: number}): Promise<void> {
    const box = await this.readBox();
    const viewport = await this.devtools.evaluate(() => ({width: innerWidth, height: innerHeight}));
    await this.devtools.setViewportSize({
      width: Math.round(size.width + viewport.width - box.width),
      height: Math.round(size.height + viewport.height - box.height),
    });
  }

  async close(): Promise<void> {
    await this.devtools.close();
    await poll(() => this.frame.isDetached() || this.devtools.isClosed(), 'DevTools did not close.');
  }

  private async toWindow({x, y}: Point): Promise<Point> {
    const box = await this.readBox();
    return {x: box.x + x, y: box.y + y};
  }

  private async readBox() {
    const element = await this.frame.frameElement();
    const box = await element.boundingBox();
    if (box === null) throw new Error('The panel is not on screen.');
    return box;
  }
}
