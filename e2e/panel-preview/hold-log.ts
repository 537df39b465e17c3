import type {Page} from 'playwright/test';

/** Delays everything that the panel reads from its log until the returned function is called. */
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
