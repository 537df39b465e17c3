import type {BrowserContext, Page} from 'playwright';

/** The browser's page of extensions, for the calls that it may make: they are there before anything of it is shown. */
export async function openExtensionsPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/', {waitUntil: 'commit'});
  return page;
}
