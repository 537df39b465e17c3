/** `npm run store:pictures`: takes all pictures for the stores again and writes them into `docs/store`. */
import {mkdir} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {startStage} from '../start-stage';
import {takeScreenshots} from './take-screenshots';
import {takeTile} from './take-tile';

const folder = fileURLToPath(new URL('../../../docs/store', import.meta.url));

await mkdir(folder, {recursive: true});
const stage = await startStage({browser: 'chromium', scripted: true, theme: 'light'});
try {
  await takeScreenshots(stage, folder);
} finally {
  await stage.close();
}
await takeTile(folder);
