import type {LaunchOptions} from '../setup/browser-driver';

/** The contents of a profile's user.js. */
export function toPreferences({theme = 'light', hosts = [], profile}: LaunchOptions): string {
  const dark = theme === 'dark';
  const preferences: Record<string, string | number | boolean> = {
    'marionette.port': 0,
    'network.proxy.type': 0,
    'devtools.theme': theme,
    'devtools.toolbox.host': 'right',
    'devtools.toolbox.sidebar.width': 1280,
    'devtools.everOpened': true,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    // Keep all traffic on this machine.
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.telemetry.server': '',
    'dom.disable_open_during_load': false,
    // The downloads list would cover the toolbox.
    'browser.download.alwaysOpenPanel': false,
    'network.proxy.allow_hijacking_localhost': true,
    // Features that prepare Firefox for normal browsing take a fifth of a test's time.
    'browser.aboutwelcome.enabled': false,
    'browser.ml.enable': false,
    'browser.newtab.preload': false,
    'browser.pagethumbnails.capturing_disabled': true,
    'browser.region.update.enabled': false,
    'browser.startup.page': 0,
    'browser.topsites.contile.enabled': false,
    'browser.translations.enable': false,
  };
  if (profile !== undefined) {
    // Otherwise a temporarily installed extension would lose all its data.
    preferences['extensions.webextensions.keepStorageOnUninstall'] = true;
    preferences['extensions.webextensions.keepUuidOnUninstall'] = true;
  }
  const [first] = hosts;
  if (first !== undefined) {
    if (hosts.some(({port}) => port !== first.port))
      throw new Error('Firefox can map hosts to one port only.');
    preferences['network.dns.localDomains'] = hosts.map(({host}) => host).join(',');
    preferences['network.socket.forcePort'] = `443=${first.port}`;
  }
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
