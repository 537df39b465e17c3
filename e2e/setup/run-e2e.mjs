/**
 * Runs all scenarios: first what two may do side by side, then, by itself, what has marks of its own for time. The second
 * part runs whatever the first one says, so that one failure hides no other.
 */
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const program = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');

const parts = [
  ['--workers=2', '--grep-invert=@alone'],
  // A folder of its own within the first one's, which the first one empties: pictures of its failures stay.
  ['--grep=@alone', '--output=test-results/alone'],
];

const codes = parts.map(
  (choice) => spawnSync(process.execPath, [program, 'test', ...choice], {stdio: 'inherit'}).status ?? 1,
);
process.exit(Math.max(...codes));
