import {glob} from 'tinyglobby';
import type {Browser} from '../setup/browser-driver';
import {findBuild} from '../setup/builds';
import {createArchive} from './create-archive';

/** The archive for a store: all files of the browser's build, with the manifest at its root. */
export async function packBuild(browser: Browser['name']): Promise<Uint8Array> {
  const folder = findBuild(browser);
  return createArchive(folder, await glob('**', {cwd: folder, dot: true}));
}
