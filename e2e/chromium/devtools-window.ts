import type {Page as PlaywrightPage} from 'playwright';
import {poll} from '../setup/poll';

interface Size {
  width: number;
  height: number;
}

/**
 * The tab that DevTools opens with. If our panel is not there yet, Elements opens first, and starting it takes a
 * third of the time that opening DevTools takes. DevTools overwrites this setting whenever a tab is selected.
 */
export const firstTab = {'panel-selected-tab': JSON.stringify('console')};

/** More than enough room for the window frame around the page. */
const frame: Size = {width: 40, height: 160};

/** Opens the DevTools of a page, for tests in a separate window that is wide enough for all tabs. */
export async function openDevTools(page: PlaywrightPage): Promise<PlaywrightPage> {
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
  const devtools = await poll(
    () => context.pages().find((one) => !before.has(one) && one.url().startsWith('devtools://')),
    'DevTools did not open.',
  );
  // A browser with a window has no emulated viewport, and its DevTools is docked.
  if (page.viewportSize() !== null) await resizeWindow(devtools, {width: 1280, height: 800});
  return devtools;
}

/**
 * Gives the page that size, and the window around it enough room: Playwright only emulates a size for the page, and
 * mouse events outside the real window never reach a frame in another process, such as our panel.
 */
export async function resizeWindow(devtools: PlaywrightPage, {width, height}: Size): Promise<void> {
  const session = await devtools.context().newCDPSession(devtools);
  // The page exists slightly before its window.
  const {windowId} = await poll(() => session.send('Browser.getWindowForTarget'), 'DevTools got no window.');
  const bounds = {width: width + frame.width, height: height + frame.height};
  await session.send('Browser.setWindowBounds', {windowId, bounds});
  await session.detach();
  await devtools.setViewportSize({width, height});
}
