import {execFileSync, type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {pack} from './pack';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** The command line, installed as users install it. */
export interface Packed {
  /** An empty folder where it was installed. */
  folder: string;
  run(args: readonly string[], input?: string): Ran;
  /** A command line as a user types it. */
  shell(line: string): Ran;
}

/** Packs the command line and installs the tarball into an empty folder, without a network. */
export async function installPacked(): Promise<Packed> {
  const shell = process.platform === 'win32';
  const {cli} = await pack();
  const folder = mkdtempSync(join(tmpdir(), 'track-inspector-'));
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  const install = ['install', '--offline', '--no-audit', '--no-fund', cli];
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
