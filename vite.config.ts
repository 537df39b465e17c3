import {crx, type ManifestV3Export} from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import {defineConfig} from 'vite';
import manifest from './manifest.json' with {type: 'json'};

type Browser = 'chromium' | 'firefox';

/**
 * One manifest.json serves both browsers; each build drops the keys that only the other one understands, so that
 * neither browser nor linter has anything to warn of. Which of `service_worker` and `scripts` stays is crxjs' work.
 */
function toManifest(browser: Browser): ManifestV3Export {
  const {browser_specific_settings, minimum_chrome_version, incognito, ...shared} = manifest;
  const own =
    browser === 'firefox'
      ? {browser_specific_settings, incognito: 'not_allowed'}
      : {minimum_chrome_version, incognito};
  // The JSON's types are wider than crxjs' literals ("split" is a string there).
  return {...shared, ...own} as unknown as ManifestV3Export;
}

export default defineConfig(({mode}) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chromium';
  return {
    plugins: [
      preact(),
      crx({manifest: toManifest(browser), browser: browser === 'firefox' ? 'firefox' : 'chrome'}),
    ],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        // Pages that the manifest does not name are left out silently unless they are inputs.
        input: {
          panel: 'src/panel/panel.html',
          permission: 'src/permission-page/permission.html',
        },
      },
    },
  };
});
