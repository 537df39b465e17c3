import {createRequire} from 'node:module';
import type {AxeResults, RunOptions} from 'axe-core';
import type {Page} from 'playwright/test';

export const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Loads axe into the page, once. */
export async function loadAxe(page: Page): Promise<void> {
  await page.addScriptTag({path: axePath});
}

/** The violations that axe reports, as "rule: element". */
export async function findFaults(page: Page, options: RunOptions = {}): Promise<string[]> {
  return page.evaluate(async (given) => {
    const {axe} = globalThis as unknown as {axe: {run(options: RunOptions): Promise<AxeResults>}};
    const {violations} = await axe.run(given);
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`));
  }, options);
}
