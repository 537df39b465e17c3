import {build, type Rolldown} from 'vite';
import type {Browser} from '../setup/browser-driver';

export interface WatchOptions {
  /** Folder of the checkout. */
  root: string;
  browser: Browser['name'];
  outDir: string;
  /** Called after each successful build, including the first; not called again until it has resolved. */
  onBuilt: () => Promise<void>;
  onError: (error: unknown) => void;
}

/**
 * Builds the extension, and rebuilds it whenever one of its source files changes. Resolves to a function that stops
 * watching.
 */
export async function watchBuild(options: WatchOptions): Promise<() => Promise<void>> {
  const {root, browser, outDir, onBuilt, onError} = options;
  const result = await build({
    root,
    configFile: `${root}/vite.config.ts`,
    mode: browser,
    logLevel: 'error',
    // If the folder were emptied, files would be missing that a browser is about to load. Saving once can change a
    // file several times: these changes are one build.
    build: {outDir, emptyOutDir: false, watch: {buildDelay: 300}, sourcemap: 'inline', minify: false},
  });
  const watcher = result as Rolldown.RolldownWatcher;
  let last = Promise.resolve();
  let started = 0;
  /** If this fails because a newer build replaces the files, it runs again after that build. */
  const use = async (build: number) => {
    if (build !== started) return;
    try {
      await onBuilt();
    } catch (error) {
      if (build === started) onError(error);
    }
  };
  watcher.on('event', (event) => {
    if (event.code === 'START') started += 1;
    if (event.code === 'ERROR') onError(event.error);
    if (event.code === 'END') {
      const build = started;
      last = last.then(() => use(build));
    }
  });
  return async () => {
    await watcher.close();
    await last;
  };
}
