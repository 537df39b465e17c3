import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {crx, type ManifestV3Export} from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import {build, defineConfig, type Plugin} from 'vite';
import manifest from './manifest.json' with {type: 'json'};
import packageJson from './package.json' with {type: 'json'};

type Browser = 'chromium' | 'firefox';

/**
 * One manifest.json is used for both browsers. Each build drops the keys that only the other browser understands, so
 * neither browser nor linter has a reason to warn. crxjs chooses between `service_worker` and `scripts`.
 */
function toManifest(browser: Browser): ManifestV3Export {
  const {browser_specific_settings, minimum_chrome_version, incognito, ...shared} = manifest;
  const own =
    browser === 'firefox'
      ? {browser_specific_settings, incognito: 'not_allowed'}
      : {minimum_chrome_version, incognito};
  // The JSON's types are wider than crxjs' literals ("split" is a string there).
  return {...shared, ...own, version: packageJson.version} as unknown as ManifestV3Export;
}

/** Scripts that run in a page. Each is a single classic file, since a module would load too late there. */
const pageScripts = {
  'page-hook.js': 'src/page-hook/main-world.ts',
  'page-hook-relay.js': 'src/page-hook/relay.ts',
};

/** Builds a script into one file. */
async function buildWhole(input: string, format: 'iife' | 'es'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {input, output: {format, codeSplitting: false}},
    },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  return outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('');
}

/** Builds the page scripts together with the rest. They are not in the manifest, so pages can neither load nor see them. */
function classicScripts(): Plugin {
  return {
    name: 'classic-scripts',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, input] of Object.entries(pageScripts))
        this.emitFile({type: 'asset', fileName, source: await buildWhole(input, 'iife')});
    },
  };
}

const background = 'src/background/background.ts';

/**
 * The background starts often and loads nothing later. As one file it is a fifth smaller than as chunks shared with
 * the panel, which contain code that only the panel needs.
 */
function wholeBackground(): Plugin {
  return {
    name: 'whole-background',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk' || !output.facadeModuleId?.endsWith(background)) continue;
        output.code = await buildWhole(background, 'es');
        output.imports = [];
      }
    },
  };
}

const notices = 'THIRD-PARTY-NOTICES.md';

/** Workers are bundled separately, so vite's notices do not include the packages that only workers use. */
function workerNotices(outDir: string): {inWorkers: Plugin; inBuild: Plugin} {
  const folders = new Set<string>();
  return {
    inWorkers: {
      name: 'collect-worker-packages',
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          for (const id of output.moduleIds) {
            const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0];
            if (folder) folders.add(folder);
          }
        }
      },
    },
    inBuild: {
      name: 'worker-notices',
      apply: 'build',
      enforce: 'post',
      // The notices are written last, when plugins no longer see the bundle.
      closeBundle() {
        const path = `${outDir}/${notices}`;
        // A failed build has no notices.
        if (!existsSync(path)) return;
        const known = readFileSync(path, 'utf8');
        const missing = [...folders].map(toNotice).filter(({title}) => !known.includes(`\n## ${title}\n`));
        const more = missing.map(({title, text}) => `## ${title}\n\n${text}`);
        writeFileSync(path, `${[known.trimEnd(), ...more].join('\n\n')}\n`);
      },
    },
  };
}

function toNotice(folder: string): {title: string; text: string} {
  const {name, version, license} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence text to give along.`);
  return {
    title: `${name} - ${version} (${license ?? 'see below'})`,
    text: readFileSync(`${folder}/${file}`, 'utf8').trim(),
  };
}

/** Adds our own licence to the notices of the packages that we bundle. */
function ownLicense(): Plugin {
  return {
    name: 'own-license',
    apply: 'build',
    generateBundle() {
      this.emitFile({type: 'asset', fileName: 'LICENSE', source: readFileSync('LICENSE', 'utf8')});
    },
  };
}

export default defineConfig(({mode}) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chromium';
  const forWorkers = workerNotices(`dist/${browser}`);
  return {
    plugins: [
      preact(),
      classicScripts(),
      wholeBackground(),
      ownLicense(),
      forWorkers.inBuild,
      crx({manifest: toManifest(browser), browser: browser === 'firefox' ? 'firefox' : 'chrome'}),
    ],
    // The judge loads the code that checks tracking plans only if there is a plan, so it is built as chunks.
    worker: {format: 'es', plugins: () => [forWorkers.inWorkers]},
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      // Their licences require it: the package must contain the notices of the code in it.
      license: {fileName: notices},
      rolldownOptions: {
        // Vite silently omits pages that are not in the manifest unless they are inputs.
        input: {
          panel: 'src/panel/panel.html',
          permission: 'src/permission-page/permission.html',
        },
      },
    },
  };
});
