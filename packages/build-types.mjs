import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/**
 * Creates dist/index.d.ts of the package in the given folder, a single file of types. API Extractor can't follow our
 * own module that configures zod and re-exports all of it, so its types are taken from zod itself.
 */
const folder = join(import.meta.dirname, process.argv[2] ?? '');
const types = join(folder, 'dist/types');
const run = (tool, ...args) =>
  execFileSync('npx', [tool, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });

rmSync(types, {recursive: true, force: true});
run('tsc', '-p', 'tsconfig.build.json');
for (const name of readdirSync(types, {recursive: true, encoding: 'utf8'})) {
  if (!name.endsWith('.d.ts')) continue;
  const text = readFileSync(join(types, name), 'utf8');
  writeFileSync(join(types, name), text.replace(/from '(?:\.\.?\/)+(?:[\w.]+\/)*zod'/g, "from 'zod/mini'"));
}
run('api-extractor', 'run', '--local');
rmSync(types, {recursive: true});

// The extractor writes the name of the internal package instead of the one that users install.
const written = join(folder, 'dist/index.d.ts');
writeFileSync(
  written,
  readFileSync(written, 'utf8').replaceAll("from 'playwright/test'", "from '@playwright/test'"),
);
