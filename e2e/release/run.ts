/**
 * `npm run package`: writes `release/` from the builds in `dist`: an archive for each store, the source archive that
 * Firefox' reviewers build from, and the hashes of all three. The same sources give the same bytes in any folder.
 */
import {createHash} from 'node:crypto';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import packageJson from '../../package.json' with {type: 'json'};
import {createArchive} from './create-archive';
import {listSourceFiles} from './list-source-files';
import {packBuild} from './pack-build';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'release');

const archives: [name: string, bytes: Uint8Array][] = [
  ['chromium', await packBuild('chromium')],
  ['firefox', await packBuild('firefox')],
  ['source', await createArchive(root, await listSourceFiles(root))],
];

await rm(output, {recursive: true, force: true});
await mkdir(output, {recursive: true});
const sums: string[] = [];
for (const [name, bytes] of archives) {
  const file = `${packageJson.name}-${packageJson.version}-${name}.zip`;
  await writeFile(join(output, file), bytes);
  sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${file}`);
}
await writeFile(join(output, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(sums.join('\n'));
