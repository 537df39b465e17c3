import type {Page, Panel} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';

/** A tab and our panel in its DevTools. */
export interface Inspected {
  page: Page;
  panel: Panel;
}

/** One that a test can leave to the next: opening DevTools takes longer than most tests. */
export interface InspectedTab extends Inspected {
  /** Of the panel, as the toolbox was opened. */
  size: string;
  panelUrl: string;
}

/** A page of the extension that does nothing until it is clicked. */
export const ownPagePath = 'src/permission-page/permission.html';

export async function openPanel(page: Page): Promise<InspectedTab> {
  const panel = await page.openPanel();
  return {page, panel, size: await panel.evaluate(readSize), panelUrl: await panel.evaluate(readUrl)};
}

/** The page is loaded, then the panel, as where DevTools are opened on it. */
export async function enterTab({page, panel, panelUrl}: InspectedTab, url: string): Promise<void> {
  await page.goto(url);
  // Off the panel, to the tabs of the toolbox, of which somebody who opens it clicks one.
  await panel.moveTo({x: 10, y: -10});
  await load(panel, panelUrl);
}

/**
 * Neither the page nor our panel runs in the tab any more, and DevTools have told all that they know of the page. Rejects
 * where something else is open in the toolbox: the browser remembers that for all others.
 */
export async function leaveTab({page, panel, size}: InspectedTab): Promise<void> {
  if ((await panel.evaluate(readSize)) !== size)
    throw new Error(`${panel.title} is not alone in its toolbox.`);
  await page.goto('about:blank');
  // By the first answer the extension has heard of every request, by the second it has their content.
  for (const _ of [1, 2]) await panel.evaluate(askForLog);
  await load(panel, `/${ownPagePath}`);
}

/** Loads a page of the extension in the place of the one that the toolbox shows. */
async function load(panel: Panel, url: string): Promise<void> {
  const before = await panel.evaluate(() => performance.timeOrigin);
  // A moment later: the driver hears no answer of a page that is gone.
  await panel.evaluate((to) => void setTimeout(() => location.replace(to)), url);
  const isThere = () =>
    panel.evaluate(
      (former) => document.readyState === 'complete' && performance.timeOrigin !== former,
      before,
    );
  await poll(isThere, `${panel.title} does not load ${url}.`);
}

/**
 * Runs in the panel: a drawer of the toolbox, and a window of another size, change it; both together, where the panel was
 * given its size back beside a drawer, the outer one.
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
