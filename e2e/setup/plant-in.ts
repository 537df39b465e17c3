import {cp, mkdtemp, readdir, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';

/** The parts of a build that a script can be injected into, by file name. */
const parts = {judge: /judge-worker[^/]*\.js$/, settings: /settings\.html[^/]*\.js$/};

/** The folders of the copies, by their inputs. */
const planted = new Map<string, Promise<string>>();

/** A copy of a build in which one part begins with a script of the test; resolves to its folder, which is always the same. */
export function plantIn(build: string, part: keyof typeof parts, script: string): Promise<string> {
  const key = JSON.stringify([build, part, script]);
  const folder = planted.get(key) ?? plant(build, part, script);
  planted.set(key, folder);
  return folder;
}

async function plant(build: string, part: keyof typeof parts, script: string): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'planted-')), basename(build));
  await cp(build, folder, {recursive: true});
  const files = await readdir(folder, {recursive: true});
  const found = files.filter((file) => parts[part].test(file));
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`The build has ${found.length} files for its ${part}.`);
  const path = join(folder, only);
  await writeFile(path, `${script}\n${await readFile(path, 'utf8')}`);
  return folder;
}
