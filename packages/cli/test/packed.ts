import {execFileSync, type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** The package as a user has it. */
export interface Packed {
  /** An empty folder into which it was installed. */
  folder: string;
  run(args: readonly string[], input?: string): Ran;
  /** A line as somebody types it. */
  shell(line: string): Ran;
}

/** Builds and packs the command line, and installs the tarball into an empty folder without a network. */
export function installPacked(): Packed {
  const shell = process.platform === 'win32';
  execFileSync('npm', ['run', '-s', 'build:packages'], {cwd: root, stdio: 'pipe', shell});
  const folder = mkdtempSync(join(tmpdir(), 'track-inspector-'));
  const pack = ['pack', '--workspace', 'track-inspector', '--pack-destination', folder];
  execFileSync('npm', pack, {cwd: root, stdio: 'pipe', shell});
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  const install = ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`];
  execFileSync('npm', install, {cwd: folder, stdio: 'pipe', shell});
  const bins = join(folder, 'node_modules', '.bin');
  const env = {...process.env, PATH: `${bins}${delimiter}${process.env.PATH ?? ''}`};
  const options = {cwd: folder, encoding: 'utf8', env} as const;
  return {
    folder,
    run: (args, input = '') => toRan(spawnSync('track-inspector', args, {...options, input, shell})),
    shell: (line) => toRan(spawnSync(line, {...options, shell: true})),
  };
}

function toRan({status, stdout, stderr}: SpawnSyncReturns<string>): Ran {
  return {code: status, out: stdout, err: stderr};
}
