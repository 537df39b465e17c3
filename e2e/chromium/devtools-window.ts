import type {Page as PlaywrightPage} from 'playwright';
import {poll} from '../setup/poll';

interface Size {
  width: number;
  height: number;
}

/**
 * The tab that DevTools open on: where ours is not there yet, Elements come first, and starting those costs a third of
 * what opening DevTools costs at all. A setting of DevTools, which they overwrite with each tab that is selected.
 */
export const firstTab = {'panel-selected-tab': JSON.stringify('console')};

/** What a window needs around its page, generously. */
const frame: Size = {width: 40, height: 160};

/** Opens the DevTools of a page, for tests in a window of their own that is wide enough for every tab. */
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
  // A browser that a person looks at has no pretended viewport, and its DevTools are docked.
  if (page.viewportSize() !== null) await resizeWindow(devtools, {width: 1280, height: 800});
  return devtools;
}

/**
 * Gives the page that room, and the window around it enough: Playwright only pretends another size to the page, and
 * mouse events beyond the window's real edge never reach a frame in a process of its own, such as our panel.
 */
export async function resizeWindow(devtools: PlaywrightPage, {width, height}: Size): Promise<void> {
  const session = await devtools.context().newCDPSession(devtools);
  // The page is there a little before its window.
  const {windowId} = await poll(() => session.send('Browser.getWindowForTarget'), 'DevTools got no window.');
  const bounds = {width: width + frame.width, height: height + frame.height};
  await session.send('Browser.setWindowBounds', {windowId, bounds});
  await session.detach();
  await devtools.setViewportSize({width, height});
}
