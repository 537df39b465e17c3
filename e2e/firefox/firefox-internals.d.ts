/**
 * The small part of Firefox' internal objects that scripts in `scripts/` use. They are undocumented and may change
 * with a version: if a run with a new Firefox fails, look here and there first.
 */
interface FirefoxBrowser extends HTMLElement {
  browserId: number;
  browsingContext: FirefoxBrowsingContext;
  currentURI: {spec: string};
  webProgress: {isLoadingDocument: boolean};
  loadURI(uri: object, options: {triggeringPrincipal: object}): void;
}

interface FirefoxBrowsingContext {
  /** The element that shows it. */
  embedderElement: HTMLElement;
  currentWindowGlobal: {
    innerWindowId: number;
    getActor(name: 'MarionetteCommands'): {
      executeScript(
        source: string,
        args: readonly unknown[],
        options: {timeout: number; async: boolean},
      ): Promise<unknown>;
    };
    drawSnapshot(area: DOMRect, scale: number, background: string): Promise<ImageBitmap>;
  } | null;
}

interface FirefoxTab extends HTMLElement {
  linkedBrowser: FirefoxBrowser;
}

interface FirefoxToolbox {
  doc: Document;
  getAdditionalTools(): {id: string; extensionId?: string}[];
  selectTool(id: string): Promise<unknown>;
  destroy(): Promise<void>;
}

interface FirefoxDevTools {
  showToolboxForTab(tab: FirefoxTab, options: {toolId: string}): Promise<FirefoxToolbox>;
  getToolboxForTab(tab: FirefoxTab): FirefoxToolbox | undefined;
}

/** A prompt of the browser below its address bar. */
interface FirefoxNotification extends HTMLElement {
  /** The button that confirms. */
  button: HTMLElement;
}

interface FirefoxExtension {
  backgroundState: string;
  activePermissions: {origins: string[]};
  terminateBackground(options: {
    ignoreDevToolsAttached: boolean;
    disableResetIdleForTest: boolean;
  }): Promise<void>;
}

interface FirefoxExtensionPermissions {
  add(id: string, permissions: FirefoxPermissions, extension: FirefoxExtension): Promise<void>;
  remove(id: string, permissions: FirefoxPermissions, extension: FirefoxExtension): Promise<void>;
}

interface FirefoxAddonManager {
  getAddonByID(id: string): Promise<{enable(): Promise<void>; disable(): Promise<void>}>;
}

interface FirefoxPermissions {
  permissions: string[];
  origins: string[];
  data_collection: string[];
}

interface FirefoxTabs {
  tabs: FirefoxTab[];
  selectedTab: FirefoxTab;
  addTrustedTab(url: string): FirefoxTab;
  removeTab(tab: FirefoxTab): void;
}

declare const gBrowser: FirefoxTabs;

declare const BrowsingContext: {
  /** A tab in any window. */
  getCurrentTopByBrowserId(
    browserId: number,
  ): (FirefoxBrowsingContext & {embedderElement: FirefoxBrowser}) | null;
};

declare function OpenBrowserWindow(options: {private: boolean}): Window & {gBrowser: FirefoxTabs};

declare const ChromeUtils: {
  importESModule(path: string): Record<string, never>;
  requestProcInfo(): Promise<{children: {type: string; pid: number}[]}>;
};

declare const WebExtensionPolicy: {
  getByID(id: string): {mozExtensionHostname: string; extension: FirefoxExtension};
};

declare const Services: {
  io: {newURI(url: string): object; offline: boolean};
  obs: Record<'addObserver' | 'removeObserver', (notice: (subject: unknown) => void, topic: string) => void>;
  scriptSecurityManager: {getSystemPrincipal(): object};
};
