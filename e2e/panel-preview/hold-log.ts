import type {Page} from 'playwright/test';

/** From now on what the panel reads from its log does not come before what is returned is called. */
export async function holdLog(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const {log} = window.preview;
    const {get} = log;
    const released = new Promise<void>((release) => Object.assign(window, {release}));
    log.get = async (ids) => {
      await released;
      return get(ids);
    };
  });
  return () => page.evaluate(() => (window as unknown as {release(): void}).release());
}
