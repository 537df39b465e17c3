import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The files that the tarballs are made from. */
const inputs = ['src/domain', 'packages', 'package.json', 'package-lock.json'];

/**
 * Builds and packs all packages, and returns the path of each tarball by package name. Tarballs of the same sources
 * are made once, by the test that asks first: the folder is named after a hash of the sources.
 */
export async function pack(): Promise<Record<PackageName, string>> {
  const folder = join(tmpdir(), `track-inspector-packed-${hashInputs()}`);
  if (!existsSync(folder)) await alone(() => existsSync(folder) || packInto(folder));
  const files = readdirSync(folder);
  const find = (start: string) => join(folder, files.find((file) => file.startsWith(start)) ?? start);
  return {
    core: find('track-inspector-core-'),
    cli: find('track-inspector-0'),
    playwright: find('track-inspector-playwright-'),
  };
}

export type PackageName = 'core' | 'cli' | 'playwright';

function packInto(folder: string): void {
  const shell = process.platform === 'win32';
  const npm = (...args: string[]) => execFileSync('npm', args, {cwd: root, stdio: 'pipe', shell});
  const own = mkdtempSync(join(tmpdir(), 'track-inspector-pack-'));
  npm('run', '-s', 'build:packages');
  npm('pack', '--workspaces', '--pack-destination', own);
  renameSync(own, folder);
}

/** The build writes into the packages' folders, so only one test at a time may run it. */
async function alone(work: () => unknown): Promise<void> {
  const lock = join(root, 'node_modules', '.track-inspector-packing');
  while (!takeLock(lock)) await setTimeout(200);
  try {
    work();
  } finally {
    rmSync(lock);
  }
}

/** False while the process that holds the lock is running; callers have to poll. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), {flag: 'wx'});
    return true;
  } catch {
    const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (owner > 0 && !isRunning(owner)) rmSync(lock, {force: true});
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function hashInputs(): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of listFiles(input)) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function listFiles(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((file) => !/[\\/](?:dist|node_modules|test|test-results)[\\/]|\.test\.ts$/.test(file))
    .sort();
}
