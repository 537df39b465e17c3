/**
 * `npm run demo`, `npm run demo:firefox`: Acme Workspace next to the panel, to try it out. Without a display or with
 * `--headless`, a scripted visit that fails if the server's record differs from the panel's. `--dark`.
 */
import {toDemoOptions} from './options';
import {playLive} from './play-live';
import {playScripted} from './play-scripted';
import {startStage} from './start-stage';

const options = toDemoOptions(process.argv.slice(2), process.env);
const stage = await startStage(options);
try {
  if (options.scripted) process.exitCode = (await playScripted(stage)) ? 0 : 1;
  else await playLive(stage);
} finally {
  await stage.close();
}
