import {cp, mkdtemp, readdir, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';

/** A copy of a build whose judge begins with a script of the test's own: resolves to its folder. */
export async function plantInJudge(build: string, script: string): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'planted-')), basename(build));
  await cp(build, folder, {recursive: true});
  const files = await readdir(folder, {recursive: true});
  const judges = files.filter((file) => /judge-worker[^/]*\.js$/.test(file));
  const [judge] = judges;
  if (judge === undefined || judges.length > 1) throw new Error(`The build has ${judges.length} judges.`);
  const path = join(folder, judge);
  await writeFile(path, `${script}\n${await readFile(path, 'utf8')}`);
  return folder;
}
