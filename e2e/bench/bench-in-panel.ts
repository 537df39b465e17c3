import {poll} from '../setup/poll';
import {bundleBench} from './bundle-bench';
import type {ListResult, runListBench} from './list-bench';
import type {Bench} from './open-bench';
import type {BenchResult, runBench} from './run-bench';

/** What the bundled benches are in the panel, by the names of their scripts. */
interface Benches {
  domainBench: {runBench: typeof runBench};
  listBench: {runListBench: typeof runListBench};
}

/** The same bench as in Node, in the panel, under the extension's CSP. */
export function benchInPanel(bench: Bench): Promise<BenchResult[]> {
  return runInPanel(bench, ['./run-bench.ts', 'domainBench'], () => {
    const {domainBench} = globalThis as unknown as Benches;
    return domainBench.runBench();
  });
}

/** The list, in the panel's own page with its styles. */
export function benchList(bench: Bench): Promise<ListResult[]> {
  return runInPanel(bench, ['./list-bench.ts', 'listBench'], () => {
    const {listBench} = globalThis as unknown as Benches;
    return listBench.runListBench();
  });
}

type Outcome = {result: unknown} | {failure: string};

/**
 * The code comes by the driver, no build contains it. For Chromium only: Firefox' driver runs what it is given in a
 * sandbox beside the page.
 */
async function runInPanel<Result>(
  {browser, site}: Bench,
  [entry, name]: [entry: string, name: string],
  run: () => Result | Promise<Result>,
): Promise<Result> {
  const page = await browser.open(`${site.url}/transports.html`);
  const panel = await page.openPanel();
  await panel.resize({width: 900, height: 520});
  await panel.addScript(await bundleBench(entry, name));
  await panel.addScript(`globalThis.runBenchHere = ${run.toString()};`);
  await panel.evaluate(start);
  const outcome = await poll(
    () => panel.evaluate(readOutcome),
    'The bench in the panel does not end.',
    600_000,
  );
  if ('failure' in outcome) throw new Error(`The bench in the panel failed: ${outcome.failure}`);
  return outcome.result as Result;
}

/** Runs in the panel. What a driver evaluates may be exempt from the CSP, what a timer calls is not. */
function start(): void {
  const page = globalThis as unknown as {runBenchHere: () => unknown};
  const tell = (benchOutcome: Outcome) => Object.assign(globalThis, {benchOutcome});
  setTimeout(async () => {
    try {
      tell({result: await page.runBenchHere()});
    } catch (error) {
      tell({failure: String(error)});
    }
  }, 500);
}

/** Runs in the panel. */
function readOutcome(): Outcome | null {
  return (globalThis as unknown as {benchOutcome?: Outcome}).benchOutcome ?? null;
}
