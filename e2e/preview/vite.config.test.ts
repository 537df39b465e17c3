import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createServer} from 'vite';
import {expect, it} from 'vitest';

it('npm run preview finds all its pages: none of them is missing when it looks for their packages', async () => {
  const errors: string[] = [];
  const keep = (message: string) => void errors.push(message);
  const nothing = () => undefined;
  const cacheDir = await mkdtemp(join(tmpdir(), 'preview-cache-'));
  const server = await createServer({
    cacheDir,
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    server: {middlewareMode: true, hmr: false, ws: false, watch: null, open: false},
    customLogger: {
      info: nothing,
      warn: keep,
      warnOnce: keep,
      error: keep,
      clearScreen: nothing,
      hasErrorLogged: () => false,
      hasWarned: false,
    },
  });
  await server.environments.client.depsOptimizer?.init();
  await server.environments.client.depsOptimizer?.scanProcessing;
  await server.close();
  await rm(cacheDir, {recursive: true, force: true});
  expect(errors).toEqual([]);
});
