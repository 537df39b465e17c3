import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {cp, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {unzipSync} from 'fflate';
import {expect, test} from 'playwright/test';
import packageJson from '../../package.json' with {type: 'json'};
import {findBuild} from '../setup/builds';
import {listSourceFiles} from './list-source-files';
import {unpackArchive} from './unpack-archive';

const root = fileURLToPath(new URL('../..', import.meta.url));
const browsers = ['chromium', 'firefox'] as const;
const nameOf = (kind: string) => `${packageJson.name}-${packageJson.version}-${kind}.zip`;

/** Runs an npm program in a folder; resolves to its output. */
function run(folder: string, program: string, ...args: string[]): string {
  const path = join(folder, 'node_modules/.bin', program);
  return execFileSync(path, args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
}

test.beforeAll(() => {
  run(root, 'tsx', 'e2e/release/run.ts');
});

test('each archive for a store has the files of its build, the manifest at its root', async () => {
  for (const browser of browsers) {
    const archive = unzipSync(await readFile(join(root, 'release', nameOf(browser))));
    const built = await readdir(findBuild(browser), {recursive: true, withFileTypes: true});
    const files = built.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
    expect(Object.keys(archive).length).toBe(files.length);
    for (const path of files) {
      const file = path.slice(findBuild(browser).length + 1);
      expect(Buffer.from(archive[file] ?? []).equals(await readFile(path)), file).toBe(true);
    }
    const manifest: unknown = JSON.parse(Buffer.from(archive['manifest.json'] ?? []).toString());
    expect(manifest).toMatchObject({name: 'Track Inspector', version: packageJson.version});
  }
});

test('SHA256SUMS has the hash of every archive', async () => {
  const lines = (await readFile(join(root, 'release/SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => line.split('  ')[1])).toEqual(['chromium', 'firefox', 'source'].map(nameOf));
  for (const line of lines) {
    const [hash, file = ''] = line.split('  ');
    const bytes = await readFile(join(root, 'release', file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  }
});

test('web-ext finds no fault in what the Firefox archive has', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  await unpackArchive(await readFile(join(root, 'release', nameOf('firefox'))), folder);
  const args = ['lint', '--source-dir', folder, '--output', 'json'];
  const {summary, warnings} = JSON.parse(run(root, 'web-ext', ...args)) as {
    summary: {errors: number; warnings: number};
    warnings: {code: string; file: string}[];
  };
  expect(summary.errors).toBe(0);
  // Preact can set innerHTML on request, which we never do.
  const isOfPreact = ({code, file}: {code: string; file: string}) =>
    code === 'UNSAFE_VAR_ASSIGNMENT' &&
    readFileSync(join(folder, file), 'utf8').includes('dangerouslySetInnerHTML');
  const own = warnings.filter((warning) => !isOfPreact(warning));
  expect(own.map(({code, file}) => `${code} in ${file}`)).toEqual([]);
});

// Not in `npm test`: it copies all packages and builds everything a second time.
test('the source archive, built in another folder, gives the same archives @long', async () => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'source-'));
  await unpackArchive(await readFile(join(root, 'release', nameOf('source'))), folder);
  // Replaces `npm ci`, which installs these same packages. A link would not work: the bundler orders modules by their
  // real paths.
  await cp(join(root, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const unpacked = Object.keys(unzipSync(await readFile(join(root, 'release', nameOf('source')))));
  expect((await listSourceFiles(folder)).sort()).toEqual(unpacked.sort());
  execFileSync('npm', ['run', 'build'], {cwd: folder, stdio: 'pipe'});
  run(folder, 'tsx', 'e2e/release/run.ts');
  const sumsOf = (place: string) => readFile(join(place, 'release/SHA256SUMS'), 'utf8');
  expect(await sumsOf(folder)).toBe(await sumsOf(root));
  await rm(folder, {recursive: true});
});
