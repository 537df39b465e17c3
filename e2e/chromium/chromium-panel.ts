import type {Frame, Page as PlaywrightPage} from 'playwright';
import type {Panel} from '../setup/browser-driver';
import {toExpression} from '../setup/page-script';
import {poll} from '../setup/poll';
import type {ClickOptions, Point} from '../setup/surface';
import {firstTab, openDevTools, resizeWindow} from './devtools-window';
import {drag} from './drag';
import {type HeapUsage, readHeapUsage} from './heap-usage';
import {traceTasks} from './trace-tasks';

const panelTitle = 'Track Inspector';

/** The API of DevTools for its own window; see chrome/browser/devtools in Chromium's source. */
declare const InspectorFrontendAPI: {showPanel(id: string): void};
declare const InspectorFrontendHost: {setPreference(name: string, value: string): void};

/** Opens DevTools of a page and selects our panel. */
export async function openPanel(page: PlaywrightPage, extensionId: string): Promise<Panel> {
  const devtools = await openDevTools(page);
  const frame = await poll(async () => {
    await selectPanel(devtools, extensionId);
    return devtools.frames().find((one) => /^chrome-extension:.*\/panel\.html/.test(one.url()));
  }, `DevTools does not show our panel.`);
  await frame.waitForLoadState();
  // Not in a browser with a window, where DevTools opens on the tab that the user left.
  if (page.viewportSize() !== null) await devtools.evaluate(setPreferences, firstTab);
  return new ChromiumPanel(devtools, frame);
}

/** Clicks the panel's tab. If the window is too narrow for all tabs, the tab is not an element and is selected by name. */
async function selectPanel(devtools: PlaywrightPage, extensionId: string): Promise<void> {
  const tab = devtools.getByRole('tab', {name: panelTitle, exact: true});
  if (await tab.isVisible()) await tab.click();
  else
    await devtools.evaluate(
      (id) => InspectorFrontendAPI.showPanel(id),
      `chrome-extension://${extensionId}${panelTitle}`,
    );
}

/** Runs in DevTools; applies to DevTools windows opened later. */
function setPreferences(preferences: Record<string, string>): void {
  for (const [name, value] of Object.entries(preferences)) InspectorFrontendHost.setPreference(name, value);
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

  async clickAt(point: Point, {count = 1, button = 'left'}: ClickOptions = {}): Promise<void> {
    const {x, y} = await this.toWindow(point);
    await this.devtools.mouse.click(x, y, {clickCount: count, button});
  }

  async drag(from: Point, to: Point): Promise<void> {
    await drag(this.devtools.mouse, await this.toWindow(from), await this.toWindow(to));
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
    await resizeWindow(this.devtools, {
      width: Math.round(size.width + viewport.width - box.width),
      height: Math.round(size.height + viewport.height - box.height),
    });
  }

  async readHeap(): Promise<HeapUsage> {
    return await readHeapUsage(this.frame);
  }

  async traceTasks<Result>(work: () => Promise<Result>): Promise<{busiest: number; result: Result}> {
    return await traceTasks(this.frame, work);
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
