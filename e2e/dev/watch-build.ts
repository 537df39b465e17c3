import {build, type Rolldown} from 'vite';
import type {Browser} from '../setup/browser-driver';

export interface WatchOptions {
  /** Folder of the checkout. */
  root: string;
  browser: Browser['name'];
  outDir: string;
  /** After each build that succeeded, the first one too; not called again before it has resolved. */
  onBuilt: () => Promise<void>;
  onError: (error: unknown) => void;
}

/** Builds the extension, and again whenever a file that went into it changes. Resolves to what ends that. */
export async function watchBuild(options: WatchOptions): Promise<() => Promise<void>> {
  const {root, browser, outDir, onBuilt, onError} = options;
  const result = await build({
    root,
    configFile: `${root}/vite.config.ts`,
    mode: browser,
    logLevel: 'error',
    build: {outDir, emptyOutDir: true, watch: {}, sourcemap: 'inline', minify: false},
  });
  const watcher = result as Rolldown.RolldownWatcher;
  let last = Promise.resolve();
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') onError(event.error);
    if (event.code === 'END') last = last.then(onBuilt).catch(onError);
  });
  return async () => {
    await watcher.close();
    await last;
  };
}
