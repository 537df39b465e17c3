/**
 * `npm run dev:chromium`, `npm run dev:firefox`: the extension next to the demo site, rebuilt and reloaded whenever a
 * file of `src` changes. `--headless` does not open a window, for machines without a display.
 */
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {startDev} from './start-dev';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {headless: {type: 'boolean', default: false}},
});
const browser = positionals[0] === 'firefox' ? 'firefox' : 'chromium';
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const close = await startDev({
  root,
  browser,
  outDir: `${root}/dist/dev-${browser}`,
  headless: values.headless,
  onOpened: ({siteUrl}) => {
    console.log(
      `${new Date().toLocaleTimeString()} Panel opened beside ${siteUrl}. Change a file of src to see it; Ctrl+C ends.`,
    );
  },
  onError: (error) => console.error(error instanceof Error ? error.message : error),
});
await once(process, 'SIGINT');
await close();
