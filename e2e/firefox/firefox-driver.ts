import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';
import type {Browser, LaunchOptions} from '../setup/browser-driver';
import {readPeakMemory} from '../setup/peak-memory';
import {poll} from '../setup/poll';
import {ChromeWindow} from './chrome-window';
import {
  allowAsked,
  allowPrivateWindows,
  changeHosts,
  findExtensionProcesses,
  holdsHosts,
  readBackgroundState,
  readHostname,
  setEnabled,
  setOffline,
  terminateBackground,
} from './extension-scripts';
import {findFirefoxPage, openFirefoxPage, openPrivateFirefoxPage} from './firefox-page';
import {startFirefox} from './firefox-process';

const manifestSchema = z.object({browser_specific_settings: z.object({gecko: z.object({id: z.string()})})});

/** Starts Firefox with the extension and drives it with Marionette, which can access the toolbox and everything in it. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const {marionette, close} = await startFirefox(options);
  try {
    // Servers behind host rules have self-signed certificates.
    await marionette.send('WebDriver:NewSession', {acceptInsecureCerts: (options.hosts ?? []).length > 0});
    const window = new ChromeWindow(marionette);
    await window.install(options.extension);
    await marionette.send('Marionette:SetContext', {value: 'chrome'});
    const manifest: unknown = JSON.parse(await readFile(join(options.extension, 'manifest.json'), 'utf8'));
    const {id} = manifestSchema.parse(manifest).browser_specific_settings.gecko;
    await waitForBackground(window, id);
    const browser = createBrowser(window, {id, extension: options.extension}, close);
    await browser.grantHosts(options.granted ?? []);
    return browser;
  } catch (error) {
    await close();
    throw error;
  }
}

function createBrowser(
  window: ChromeWindow,
  {id, extension}: {id: string; extension: string},
  close: () => Promise<void>,
): Browser {
  const change = (origins: readonly string[], grant: boolean) =>
    window.run(changeHosts, {id, origins: [...origins], grant});
  const toUrl = async (path: string) => `moz-extension://${await window.run(readHostname, id)}/${path}`;
  return {
    name: 'firefox',
    extensionId: id,
    open: (url) => openFirefoxPage(window, id, url),
    openExtensionPage: async (path) => await openFirefoxPage(window, id, await toUrl(path)),
    findExtensionPage: async (path) => await findFirefoxPage(window, id, await toUrl(path)),
    openPrivate: async (url) => {
      await window.run(allowPrivateWindows, id);
      // The permission takes effect when the extension starts.
      for (const enabled of [false, true]) await window.run(setEnabled, {id, enabled});
      await waitForBackground(window, id);
      return await openPrivateFirefoxPage(window, id, url);
    },
    grantHosts: (patterns) => change(patterns, true),
    revokeHosts: (patterns) => change(patterns, false),
    allowHosts: async (patterns, ask) => {
      await ask();
      await poll(
        async () => {
          await window.run(allowAsked);
          return await window.run(holdsHosts, {id, origins: [...patterns]});
        },
        `The browser did not let the extension have ${patterns.join(', ')}.`,
      );
    },
    stopBackground: () => window.run(terminateBackground, id),
    isBackgroundRunning: async () => (await window.run(readBackgroundState, id)) === 'running',
    setExtensionEnabled: async (enabled) => {
      await window.run(setEnabled, {id, enabled});
      if (enabled) await waitForBackground(window, id);
    },
    reloadExtension: async () => {
      // Installing again from the same folder replaces the extension.
      await window.install(extension);
      await waitForBackground(window, id);
    },
    setOffline: (offline) => window.run(setOffline, offline),
    readPeakMemory: async () => readPeakMemory(await window.run(findExtensionProcesses)),
    close,
  };
}

async function waitForBackground(window: ChromeWindow, id: string): Promise<void> {
  await poll(
    async () => (await window.run(readBackgroundState, id)) === 'running',
    async () => `The background is not running but ${await window.run(readBackgroundState, id)}.`,
  );
}
