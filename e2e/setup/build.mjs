/**
 * Builds the extension for both browsers, with the same bytes each time. Rolldown numbers modules in the order in
 * which they are read, and orders the imports of two chunks by that number (its issue 10909): a single thread reads
 * them in a fixed order.
 */
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const root = join(import.meta.dirname, '../..');
const program = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
const env = {...process.env, ROLLDOWN_WORKER_THREADS: '1', UV_THREADPOOL_SIZE: '1'};

for (const mode of ['chromium', 'firefox']) {
  const args = [program, 'build', '--mode', mode];
  const {status} = spawnSync(process.execPath, args, {cwd: root, env, stdio: 'inherit'});
  if (status !== 0) process.exit(status ?? 1);
}
