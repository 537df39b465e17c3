import type {Page, Panel} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';

/** A tab and our panel in its DevTools. */
export interface Inspected {
  page: Page;
  panel: Panel;
}

/** A tab that a test can leave open for the next: opening DevTools takes longer than most tests. */
export interface InspectedTab extends Inspected {
  /** Size of the panel when the toolbox was opened. */
  size: string;
  panelUrl: string;
}

/** A page of the extension that does nothing until it is clicked. */
export const ownPagePath = 'src/permission-page/permission.html';

export async function openPanel(page: Page): Promise<InspectedTab> {
  const panel = await page.openPanel();
  return {page, panel, size: await panel.evaluate(readSize), panelUrl: await panel.evaluate(readUrl)};
}

/** Loads the page, then the panel, as if DevTools were opened on that page. */
export async function enterTab({page, panel, panelUrl}: InspectedTab, url: string): Promise<void> {
  await page.goto(url);
  // Moves the mouse from the panel to the toolbox's tabs, one of which a user who opens the panel has clicked.
  await panel.moveTo({x: 10, y: -10});
  await load(panel, panelUrl);
}

/**
 * Afterwards neither the page nor our panel runs in the tab, and DevTools has reported everything about the page.
 * Rejects if something else is open in the toolbox, since the browser remembers that for all other tabs.
 */
export async function leaveTab({page, panel, size}: InspectedTab): Promise<void> {
  if ((await panel.evaluate(readSize)) !== size)
    throw new Error(`${panel.title} is not alone in its toolbox.`);
  await page.goto('about:blank');
  // With the first response the extension has received all requests, with the second their content.
  for (const _ of [1, 2]) await panel.evaluate(askForLog);
  await load(panel, `/${ownPagePath}`);
}

/** Loads a page of the extension in place of the current one in the toolbox. */
async function load(panel: Panel, url: string): Promise<void> {
  const before = await panel.evaluate(() => performance.timeOrigin);
  // Delayed, since the driver does not get a result from a page that was unloaded.
  await panel.evaluate((to) => void setTimeout(() => location.replace(to)), url);
  const isThere = () =>
    panel.evaluate(
      (former) => document.readyState === 'complete' && performance.timeOrigin !== former,
      before,
    );
  await poll(isThere, `${panel.title} does not load ${url}.`);
}

/**
 * Runs in the panel: a toolbox drawer or another window size changes the result; if the panel was resized to its old
 * size next to a drawer, the outer size differs.
 */
function readSize(): string {
  return `${innerWidth} × ${innerHeight} of ${outerWidth} × ${outerHeight}`;
}

/** Runs in the panel. */
function readUrl(): string {
  return location.href;
}

declare const chrome: {devtools: {network: {getHAR(tell: (log: unknown) => void): void}}};

/** Runs in the panel. */
function askForLog(): Promise<void> {
  return new Promise((resolve) => chrome.devtools.network.getHAR(() => resolve()));
}
