import type {BrowserContext, Page} from 'playwright';

/** The browser's extensions page, for the API that it may call; the API is available before the page shows anything. */
export async function openExtensionsPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/', {waitUntil: 'commit'});
  return page;
}
