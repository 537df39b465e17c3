import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {poll} from '../setup/poll';
import type {Bench} from './open-bench';
import type {BenchResult, runBench} from './run-bench';

const entry = fileURLToPath(new URL('./run-bench.ts', import.meta.url));

/**
 * The same bench in the panel, under the extension's CSP: the code comes by the driver, no build contains it. For
 * Chromium only: Firefox' driver runs what it is given in a sandbox beside the page.
 */
export async function benchInPanel({browser, site}: Bench): Promise<BenchResult[]> {
  const page = await browser.open(`${site.url}/transports.html`);
  const panel = await page.openPanel();
  await panel.addScript(`globalThis.bench = (() => {${await bundle()}; return domainBench;})();`);
  await panel.evaluate(start);
  return await poll(() => panel.evaluate(readResults), 'The bench in the panel does not end.', 180_000);
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: {entry, name: 'domainBench', formats: ['iife']},
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('The bench was not bundled.');
  return output.output[0].code;
}

/** Runs in the panel. What a driver evaluates may be exempt from the CSP, what a timer calls is not. */
function start(): void {
  const {bench} = globalThis as unknown as {bench: {runBench: typeof runBench}};
  setTimeout(() => Object.assign(globalThis, {benchResults: bench.runBench()}), 500);
}

/** Runs in the panel. */
function readResults(): BenchResult[] | null {
  return (globalThis as unknown as {benchResults?: BenchResult[]}).benchResults ?? null;
}
