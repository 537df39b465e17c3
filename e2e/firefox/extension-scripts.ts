/** Scripts that run in Firefox' own window and deal with our extension; each is sent as text and self-contained. */

export function readHostname(id: string): string {
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}

/** Grants or revokes host access as about:addons does: the extension is told, and its listeners follow. */
export async function changeHosts(change: {id: string; origins: string[]; grant: boolean}): Promise<void> {
  const {ExtensionPermissions} = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as unknown as {ExtensionPermissions: FirefoxExtensionPermissions};
  const {extension} = WebExtensionPolicy.getByID(change.id);
  const permissions = {permissions: [], origins: change.origins, data_collection: []};
  if (change.grant) await ExtensionPermissions.add(change.id, permissions, extension);
  else await ExtensionPermissions.remove(change.id, permissions, extension);
}

/** Clicks what allows it in the question that the browser asks about the extension; false while none is there. */
export function allowAsked(): boolean {
  const question = document.querySelector<FirefoxNotification>(
    '#notification-popup popupnotification#addon-webext-permissions-notification',
  );
  question?.button.click();
  return question !== null;
}

/** Ticks "Run in Private Windows", which about:addons shows only for extensions that do not stay out of them. */
export async function allowPrivateWindows(id: string): Promise<void> {
  const {ExtensionPermissions} = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as unknown as {ExtensionPermissions: FirefoxExtensionPermissions};
  const permissions = {permissions: ['internal:privateBrowsingAllowed'], origins: [], data_collection: []};
  await ExtensionPermissions.add(id, permissions, WebExtensionPolicy.getByID(id).extension);
}

/** Whether the extension holds all these hosts. */
export function holdsHosts({id, origins}: {id: string; origins: string[]}): boolean {
  const {extension} = WebExtensionPolicy.getByID(id);
  return origins.every((origin) => extension.activePermissions.origins.includes(origin));
}

/**
 * Stops the event page as the browser does when it is idle, even though work is under way; resolves when it is gone,
 * though a request may have woken another one by then.
 */
export async function terminateBackground(id: string): Promise<void> {
  const {extension} = WebExtensionPolicy.getByID(id);
  if (extension.backgroundState === 'stopped') return;
  await extension.terminateBackground({ignoreDevToolsAttached: true, disableResetIdleForTest: true});
}

export function readBackgroundState(id: string): string {
  return WebExtensionPolicy.getByID(id).extension.backgroundState;
}

/** The processes in which background, devtools page and panel run. */
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
