import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type BrowserContext, chromium, type Worker} from 'playwright';
import type {Browser, LaunchOptions} from '../setup/browser-driver';
import {expectChromium} from '../setup/browsers';
import {readPeakMemory} from '../setup/peak-memory';
import {poll} from '../setup/poll';
import {ChromiumPage} from './chromium-page';
import {firstTab} from './devtools-window';
import {findExtensionProcesses} from './extension-processes';
import {addHostPermissions, allowHostsAhead, removeHostPermissions} from './host-permissions';
import {openPrivateWindow} from './private-windows';
import {isWorkerRunning, stopWorkers} from './service-workers';
import {reload, setEnabled} from './set-enabled';

/** Starts Chromium with the extension; Playwright drives the pages, and DevTools, which is a page too. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  // Playwright reads this at launch: without it devtools:// pages are not among the context's pages.
  process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'track-inspector-chromium-')));
  await writePreferences(profile, options);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await expectChromium(),
    headless: options.headless ?? true,
    // With a window, the program that started the browser closes it properly.
    handleSIGINT: options.headless ?? true,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: options.headless === false ? null : {width: 1280, height: 800},
    colorScheme: options.theme ?? 'light',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: toArguments(options),
  });
  const worker = await poll(() => context.serviceWorkers()[0], 'The extension did not start its background.');
  const extensionId = new URL(worker.url()).host;
  // The first script is the extension's own, so once the worker responds, its listeners are registered.
  await worker.evaluate(() => true);
  const browser = createBrowser(context, extensionId, options.profile === undefined ? profile : null);
  await ensureGranted(worker, browser, options.granted ?? []);
  return browser;
}

declare const chrome: {permissions: {contains(hosts: {origins: string[]}): Promise<boolean>}};

/** Asks the extension which hosts it has access to: the format of the profile is internal to Chromium and may change. */
async function ensureGranted(worker: Worker, browser: Browser, origins: readonly string[]): Promise<void> {
  const ask = (list: string[]) => chrome.permissions.contains({origins: list});
  if (origins.length === 0 || (await worker.evaluate(ask, [...origins]))) return;
  await browser.grantHosts(origins);
}

/** @param ownProfile is deleted with the browser */
function createBrowser(context: BrowserContext, extensionId: string, ownProfile: string | null): Browser {
  const open = async (url: string) => {
    const page = new ChromiumPage(await context.newPage(), 'the page', extensionId);
    await page.goto(url);
    return page;
  };
  return {
    name: 'chromium',
    extensionId,
    open,
    openExtensionPage: (path) => open(`chrome-extension://${extensionId}/${path}`),
    findExtensionPage: async (path) => {
      const url = `chrome-extension://${extensionId}/${path}`;
      const find = () => context.pages().find((one) => one.url().startsWith(url));
      const page = await poll(find, `The extension has not opened ${path}.`);
      await page.waitForLoadState();
      return new ChromiumPage(page, 'the page', extensionId);
    },
    openPrivate: async (url) =>
      new ChromiumPage(
        await openPrivateWindow(context, extensionId, url),
        'the page of the private window',
        extensionId,
      ),
    grantHosts: (patterns) => addHostPermissions(context, extensionId, patterns),
    revokeHosts: (patterns) => removeHostPermissions(context, extensionId, patterns),
    allowHosts: async (patterns, ask) => {
      await allowHostsAhead(context, extensionId, patterns);
      await ask();
    },
    stopBackground: () => stopWorkers(context, extensionId),
    isBackgroundRunning: () => isWorkerRunning(context, extensionId),
    setExtensionEnabled: (enabled) => setEnabled(context, extensionId, enabled),
    reloadExtension: () => reload(context, extensionId),
    setOffline: (offline) => context.setOffline(offline),
    readPeakMemory: async () => readPeakMemory(await findExtensionProcesses(context)),
    close: async () => {
      await context.close();
      if (ownProfile !== null) await rm(ownProfile, {recursive: true, force: true, maxRetries: 10});
    },
  };
}

async function writePreferences(
  profile: string,
  {extension, granted = [], theme = 'light', headless = true}: LaunchOptions,
): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, {recursive: true});
  // Undocked, DevTools has its own window, with room for all tabs. Users prefer to see the page above it.
  const dockState = headless ? 'undocked' : 'bottom';
  const preferences = {
    devtools: {
      preferences: {
        currentDockState: JSON.stringify(dockState),
        uiTheme: JSON.stringify(theme),
        ...(headless ? firstTab : {}),
      },
    },
    extensions: {
      // Without developer mode an unpacked extension that reloads itself stays disabled.
      ui: {developer_mode: true},
      ...(granted.length > 0 ? {settings: toGrants(extension, granted)} : {}),
    },
  };
  await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences));
}

/**
 * The format in which Chromium stores grants of its extensions page: opening that page takes longer than starting the
 * browser.
 */
function toGrants(extension: string, hosts: readonly string[]): object {
  const granted = {api: [], explicit_host: hosts, manifest_permissions: [], scriptable_host: []};
  return {[toExtensionId(extension)]: {granted_permissions: granted, active_permissions: granted}};
}

/** The ID of an unpacked extension without a key: the beginning of a hash of its folder, written in the letters a to p. */
function toExtensionId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function toArguments({extension, hosts, headless = true}: LaunchOptions): string[] {
  const rules = (hosts ?? []).map(({host, port}) => `MAP ${host} 127.0.0.1:${port}`).join(',');
  return [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    ...(headless ? [] : ['--window-size=1440,1000', '--window-position=40,20']),
    // The servers of the host rules have self-signed certificates, and the background must accept them too.
    ...(rules ? [`--host-resolver-rules=${rules}`, '--ignore-certificate-errors'] : []),
  ];
}
