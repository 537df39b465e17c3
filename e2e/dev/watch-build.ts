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
    // Emptied, the folder would lack what a browser is just about to load.
    // One save can be several changes of the file: they are one build.
    build: {outDir, emptyOutDir: false, watch: {buildDelay: 300}, sourcemap: 'inline', minify: false},
  });
  const watcher = result as Rolldown.RolldownWatcher;
  let last = Promise.resolve();
  let started = 0;
  /** What fails because a newer build replaces the files meanwhile is done again behind that one. */
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
