/** Scripts that run in Firefox' own window and control our extension; each is sent as text and is self-contained. */

export function readHostname(id: string): string {
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}

/** Grants or revokes host access as about:addons does: the extension is notified, and updates its listeners. */
export async function changeHosts(change: {id: string; origins: string[]; grant: boolean}): Promise<void> {
  const {ExtensionPermissions} = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as unknown as {ExtensionPermissions: FirefoxExtensionPermissions};
  const {extension} = WebExtensionPolicy.getByID(change.id);
  const permissions = {permissions: [], origins: change.origins, data_collection: []};
  if (change.grant) await ExtensionPermissions.add(change.id, permissions, extension);
  else await ExtensionPermissions.remove(change.id, permissions, extension);
}

/** Clicks the button that allows access in the browser's permission prompt; false if there is no prompt. */
export function allowAsked(): boolean {
  const question = document.querySelector<FirefoxNotification>(
    '#notification-popup popupnotification#addon-webext-permissions-notification',
  );
  question?.button.click();
  return question !== null;
}

/** Ticks "Run in Private Windows", which about:addons only shows for extensions that support private windows. */
export async function allowPrivateWindows(id: string): Promise<void> {
  const {ExtensionPermissions} = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as unknown as {ExtensionPermissions: FirefoxExtensionPermissions};
  const permissions = {permissions: ['internal:privateBrowsingAllowed'], origins: [], data_collection: []};
  await ExtensionPermissions.add(id, permissions, WebExtensionPolicy.getByID(id).extension);
}

/** Whether the extension has access to all these hosts. */
export function holdsHosts({id, origins}: {id: string; origins: string[]}): boolean {
  const {extension} = WebExtensionPolicy.getByID(id);
  return origins.every((origin) => extension.activePermissions.origins.includes(origin));
}

/**
 * Stops the event page as the browser does when it is idle, even if work is in progress; resolves when it has
 * stopped, though a request may have started it again by then.
 */
export async function terminateBackground(id: string): Promise<void> {
  const {extension} = WebExtensionPolicy.getByID(id);
  if (extension.backgroundState === 'stopped') return;
  await extension.terminateBackground({ignoreDevToolsAttached: true, disableResetIdleForTest: true});
}

export function readBackgroundState(id: string): string {
  return WebExtensionPolicy.getByID(id).extension.backgroundState;
}

/** The processes in which background, DevTools page and panel run. */
export async function findExtensionProcesses(): Promise<number[]> {
  const {children} = await ChromeUtils.requestProcInfo();
  return children.filter(({type}) => type === 'extension').map(({pid}) => pid);
}

export function setOffline(offline: boolean): void {
  Services.io.offline = offline;
}

/** Switches the extension on or off as about:addons does. */
export async function setEnabled({id, enabled}: {id: string; enabled: boolean}): Promise<void> {
  const {AddonManager} = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  ) as unknown as {AddonManager: FirefoxAddonManager};
  const addon = await AddonManager.getAddonByID(id);
  if (enabled) await addon.enable();
  else await addon.disable();
}
