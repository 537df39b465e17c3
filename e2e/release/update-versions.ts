/** Part of `npm version`: the packages, and what names them, get the version that the root's `package.json` has by then. */
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import packageJson from '../../package.json' with {type: 'json'};
import {setVersion, versionedFiles} from './set-version';

for (const name of versionedFiles) {
  const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  await writeFile(path, setVersion(await readFile(path, 'utf8'), packageJson.version));
}
