import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright/test';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function injectAxe(page: Page): Promise<void> {
  await page.addScriptTag({path: axePath});
}

/** What axe objects to, as "rule: element". */
export async function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run(): Promise<AxeResults>}};
    const {violations} = await axe.run();
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`));
  });
}
