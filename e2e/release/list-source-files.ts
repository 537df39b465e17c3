import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {glob} from 'tinyglobby';

/** The files of the source archive: in a checkout, those that git tracks; elsewhere, those that git would not ignore. */
export async function listSourceFiles(root: string): Promise<string[]> {
  if (existsSync(join(root, '.git'))) {
    return execFileSync('git', ['ls-files', '-z'], {cwd: root, encoding: 'utf8'}).split('\0').filter(Boolean);
  }
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  return glob('**', {cwd: root, dot: true, ignore: ignored.map(toPattern), followSymbolicLinks: false});
}

/** A line of .gitignore as a pattern: a leading slash means only the root, a trailing slash a folder. */
function toPattern(line: string): string {
  const anchored = line.startsWith('/') ? line.slice(1) : `**/${line}`;
  return anchored.endsWith('/') ? `${anchored}**` : anchored;
}
