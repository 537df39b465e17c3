/**
 * Scripts that run in Firefox' own window and control the toolbox. Each is sent as text, so each must be
 * self-contained. Our panel is an <iframe> of the toolbox, in which an XHTML page contains a <browser> in the
 * extension's own process.
 */

/** Opens the toolbox of the tab if necessary, and selects our panel. False: the panel is not registered yet. */
export async function selectPanel(to: {browserId: number; extensionId: string}): Promise<boolean> {
  const {require} = ChromeUtils.importESModule(
    'resource://devtools/shared/loader/Loader.sys.mjs',
  ) as unknown as {
    require(path: string): {gDevTools: FirefoxDevTools};
  };
  const {gDevTools} = require('devtools/client/framework/devtools');
  const tab = gBrowser.tabs.find((one) => one.linkedBrowser.browserId === to.browserId);
  if (tab === undefined) throw new Error('The tab is closed.');
  gBrowser.selectedTab = tab;
  // Our panel is added slightly later. The console is started with the toolbox: Escape, if there is nothing to close,
  // shows the console below the panel, and a console that only starts then takes the focus from the field in use.
  const toolbox =
    gDevTools.getToolboxForTab(tab) ?? (await gDevTools.showToolboxForTab(tab, {toolId: 'webconsole'}));
  const tool = toolbox.getAdditionalTools().find((one) => one.extensionId === to.extensionId);
  if (tool === undefined) return false;
  await toolbox.selectTool(tool.id);
  return true;
}

export interface PanelRequest {
  browserId: number;
  extensionId: string;
  do:
    | {what: 'run'; source: string}
    | {what: 'focus'}
    | {what: 'measure'}
    | {what: 'resize'; width: number; height: number}
    | {what: 'close'};
}

/** Everything needed to find the panel's frame, in one script, since scripts can't share code. */
export async function askPanel(request: PanelRequest): Promise<unknown> {
  const {require} = ChromeUtils.importESModule(
    'resource://devtools/shared/loader/Loader.sys.mjs',
  ) as unknown as {
    require(path: string): {gDevTools: FirefoxDevTools};
  };
  const tab = gBrowser.tabs.find((one) => one.linkedBrowser.browserId === request.browserId);
  const toolbox = tab && require('devtools/client/framework/devtools').gDevTools.getToolboxForTab(tab);
  if (tab === undefined || toolbox === undefined) throw new Error('The toolbox is closed.');
  const wanted = request.do;
  if (wanted.what === 'close') return await toolbox.destroy();
  if (!gBrowser.selectedTab.isSameNode(tab)) gBrowser.selectedTab = tab;
  const tool = toolbox.getAdditionalTools().find((one) => one.extensionId === request.extensionId);
  const inner = toolbox.doc.getElementById(`toolbox-panel-iframe-${tool?.id}`) as HTMLIFrameElement | null;
  const frame = inner?.contentDocument?.querySelector<FirefoxBrowser>('browser');
  if (!inner || !frame) throw new Error('The panel is not there.');
  const view = toolbox.doc.defaultView as unknown as {browsingContext: FirefoxBrowsingContext};
  const outer = view.browsingContext.embedderElement;

  switch (wanted.what) {
    case 'run': {
      const actor = frame.browsingContext.currentWindowGlobal?.getActor('MarionetteCommands');
      if (actor === undefined) throw new Error("The panel's page is not there.");
      return await actor.executeScript(wanted.source, [], {timeout: 60_000, async: false});
    }
    case 'focus':
      return frame.focus();
    case 'measure': {
      const boxes = [outer, inner, frame].map((one) => one.getBoundingClientRect());
      const sum = (side: 'x' | 'y') => boxes.reduce((total, box) => total + box[side], 0);
      const {width, height} = frame.getBoundingClientRect();
      const whole = outer.getBoundingClientRect();
      return {
        panel: {x: sum('x'), y: sum('y'), width, height},
        toolbox: {x: whole.x, y: whole.y, width: whole.width, height: whole.height},
      };
    }
    case 'resize': {
      const now = frame.getBoundingClientRect();
      outer.style.width = `${outer.getBoundingClientRect().width + wanted.width - now.width}px`;
      window.resizeBy(0, wanted.height - now.height);
      return undefined;
    }
  }
}
