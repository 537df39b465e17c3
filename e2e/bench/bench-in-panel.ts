import {setTimeout as pause} from 'node:timers/promises';
import {createRandom} from '../scenarios/transports/create-random';
import type {Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import {click} from '../setup/surface';
import {bundleBench} from './bundle-bench';
import type {PanelResult} from './create-samples';
import type * as editorBench from './editor-bench';
import type {runListBench} from './list-bench';
import type {Bench} from './open-bench';
import type {BenchResult, runBench} from './run-bench';

/** The globals that the bundled bench scripts define in the panel. */
interface Benches {
  domainBench: {runBench: typeof runBench};
  listBench: {runListBench: typeof runListBench};
  editorBench: typeof editorBench;
}

/** The same bench as in Node, in the panel, under the extension's CSP. */
export async function benchInPanel(bench: Bench): Promise<BenchResult[]> {
  const panel = await openBenchPanel(bench, ['./run-bench.ts', 'domainBench']);
  return runInPanel(panel, () => (globalThis as unknown as Benches).domainBench.runBench());
}

/** The list, in the panel's own page with its styles. */
export async function benchList(bench: Bench): Promise<PanelResult[]> {
  const panel = await openBenchPanel(bench, ['./list-bench.ts', 'listBench']);
  return runInPanel(panel, () => (globalThis as unknown as Benches).listBench.runListBench());
}

export interface EditorResults {
  results: PanelResult[];
  /** Milliseconds of each key to the frame that shows it. */
  keys: readonly number[];
}

const keys = 60;

/** The same for the editor, with real keys typed into it. */
export async function benchEditor(bench: Bench): Promise<EditorResults> {
  const panel = await openBenchPanel(bench, ['./editor-bench.ts', 'editorBench']);
  const results = await runInPanel(panel, () =>
    (globalThis as unknown as Benches).editorBench.runEditorBench(),
  );
  await runInPanel(panel, () => (globalThis as unknown as Benches).editorBench.openToType());
  // The browser sends keys to where the mouse was last.
  await click(panel, {role: 'tab', name: 'Edit'});
  await runInPanel(panel, () => (globalThis as unknown as Benches).editorBench.startTyping());
  return {results, keys: await typeKeys(panel)};
}

/** One key at a time, at irregular intervals like a person, so that some arrive while the draft is checked. */
async function typeKeys(panel: Panel): Promise<readonly number[]> {
  const {random} = createRandom('1');
  const read = () => panel.evaluate(() => (globalThis as unknown as Benches).editorBench.readKeys());
  for (let key = 1; key <= keys; key++) {
    await panel.press('a');
    await poll(async () => (await read()).length >= key, `Key ${key} does not reach the editor.`);
    await pause(40 + random() * 400);
  }
  return read();
}

/** The driver injects the code; no build contains it. */
async function openBenchPanel(
  {browser, site}: Bench,
  [entry, name]: [entry: string, name: string],
): Promise<Panel> {
  const page = await browser.open(`${site.url}/transports.html`);
  const panel = await page.openPanel();
  await panel.resize({width: 900, height: 520});
  await panel.addScript(await bundleBench(entry, name));
  return panel;
}

type Outcome = {result: unknown} | {failure: string};

/** For Chromium only: Firefox' driver runs code in a sandbox outside of the page. */
async function runInPanel<Result>(panel: Panel, run: () => Result | Promise<Result>): Promise<Result> {
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

/** Runs in the panel. Code that a driver evaluates may be exempt from the CSP; code that a timer calls is not. */
function start(): void {
  const page = globalThis as unknown as {runBenchHere: () => unknown};
  const tell = (benchOutcome: Outcome | null) => Object.assign(globalThis, {benchOutcome});
  tell(null);
  setTimeout(async () => {
    try {
      tell({result: (await page.runBenchHere()) ?? null});
    } catch (error) {
      tell({failure: String(error)});
    }
  }, 500);
}

/** Runs in the panel. */
function readOutcome(): Outcome | null {
  return (globalThis as unknown as {benchOutcome?: Outcome}).benchOutcome ?? null;
}
