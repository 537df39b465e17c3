/**
 * Part of `npm version`: sets the version of the packages, and of the files that name it, to that of the root's
 * `package.json`.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import packageJson from '../../package.json' with {type: 'json'};
import {setVersion, versionedFiles} from './set-version';

for (const name of versionedFiles) {
  const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  await writeFile(path, setVersion(await readFile(path, 'utf8'), packageJson.version));
}
