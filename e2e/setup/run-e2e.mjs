/**
 * Runs all scenarios: first those that two workers may run in parallel, then those that measure time, alone. The
 * second part always runs, so that a failure in the first does not hide others.
 */
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const program = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');

const parts = [
  ['--workers=2', '--grep-invert=@alone'],
  // A separate folder inside the first part's, which that part empties, so pictures of its failures are kept.
  ['--grep=@alone', '--output=test-results/alone'],
];

const codes = parts.map(
  (choice) => spawnSync(process.execPath, [program, 'test', ...choice], {stdio: 'inherit'}).status ?? 1,
);
process.exit(Math.max(...codes));
