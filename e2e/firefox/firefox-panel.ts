import type {Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import type {Point} from '../setup/surface';
import type {ChromeWindow} from './chrome-window';
import {FirefoxSurface} from './firefox-surface';
import {askPanel, type PanelRequest, selectPanel} from './toolbox-scripts';

interface Box extends Point {
  width: number;
  height: number;
}

/** Opens the toolbox of a tab and selects our panel. */
export async function openFirefoxPanel(
  window: ChromeWindow,
  browserId: number,
  extensionId: string,
): Promise<Panel> {
  await poll(
    () => window.run(selectPanel, {browserId, extensionId}),
    'The toolbox is open, but our panel is not registered with it.',
    60_000,
  );
  const panel = new FirefoxPanel(window, browserId, extensionId);
  await poll(
    () =>
      panel.evaluate(() => location.pathname.endsWith('panel.html') && document.readyState === 'complete'),
    "The panel's page did not load.",
  );
  return panel;
}

class FirefoxPanel extends FirefoxSurface implements Panel {
  readonly title = 'the panel';

  constructor(
    window: ChromeWindow,
    private readonly browserId: number,
    private readonly extensionId: string,
  ) {
    super(window);
  }

  /** Firefox only reports the memory of whole processes. */
  async readHeap(): Promise<null> {
    return null;
  }

  async traceTasks<Result>(work: () => Promise<Result>): Promise<{busiest: null; result: Result}> {
    return {busiest: null, result: await work()};
  }

  async resize(size: {width: number; height: number}): Promise<void> {
    await this.ask({what: 'resize', ...size});
    await poll(
      async () => {
        const {content} = await this.measure();
        return Math.abs(content.width - size.width) <= 1 && Math.abs(content.height - size.height) <= 1;
      },
      async () =>
        `The panel did not get ${size.width} × ${size.height}: ${JSON.stringify(await this.measure())}`,
    );
  }

  async close(): Promise<void> {
    await this.ask({what: 'close'});
  }

  protected async runSource(source: string): Promise<unknown> {
    return await this.ask({what: 'run', source});
  }

  protected async focus(): Promise<void> {
    await this.ask({what: 'focus'});
  }

  protected async measure(): Promise<{content: Box; frame: Box}> {
    const boxes = (await this.ask({what: 'measure'})) as {panel: Box; toolbox: Box};
    return {content: boxes.panel, frame: boxes.toolbox};
  }

  private async ask(action: PanelRequest['do']): Promise<unknown> {
    return await this.window.run(askPanel, {
      browserId: this.browserId,
      extensionId: this.extensionId,
      do: action,
    });
  }
}
