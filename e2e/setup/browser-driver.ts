import type {Surface} from './surface';

export type Theme = 'light' | 'dark';

export interface LaunchOptions {
  /** Folder of the built extension for this browser. */
  extension: string;
  /** Default: true. */
  headless?: boolean;
  /** Of DevTools and the pages. Default: light. */
  theme?: Theme;
  /**
   * Hosts that are mapped to a port of this machine, as `{host: 'api.example.com', port: 8443}`; the real host is
   * never contacted, and any certificate is accepted for them.
   */
  hosts?: readonly HostRule[];
  /** Hosts that the user has already granted, written into a new profile. Format as for `grantHosts`. Default: none. */
  granted?: readonly string[];
  /** Folder of a profile that outlives the browser. Default: a temporary one, deleted with the browser. */
  profile?: string;
}

export interface HostRule {
  host: string;
  port: number;
}

/** A browser started with the extension. */
export interface Browser {
  readonly name: 'chromium' | 'firefox';
  readonly extensionId: string;
  /** Opens a tab and waits until the page has loaded. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's own pages in a tab, by its path in the build. */
  openExtensionPage(path: string): Promise<Page>;
  /** The tab in which the extension itself has opened one of its pages; waits for it. */
  findExtensionPage(path: string): Promise<Page>;
  /** Opens a private window, in which the user has allowed the extension, as far as its manifest allows. */
  openPrivate(url: string): Promise<Page>;
  /** Grants host access at run time as the user would, such as `http://127.0.0.1/*`; resolves when it is in effect. */
  grantHosts(patterns: readonly string[]): Promise<void>;
  revokeHosts(patterns: readonly string[]): Promise<void>;
  /**
   * Runs an action that makes the extension request host access, and accepts the browser's prompt. If scripts cannot
   * reach the prompt (Chromium), access is granted on the browser's extensions page just before: it only takes effect
   * with the request, and the prompt is not shown.
   */
  allowHosts(patterns: readonly string[], ask: () => Promise<void>): Promise<void>;
  /** Stops the extension's background with the browser's own means; resolves when it has stopped; an event starts another. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** Like the switch on the browser's extensions page; resolves when the background is running, or has stopped. */
  setExtensionEnabled(enabled: boolean): Promise<void>;
  /**
   * Reloads the extension's files, including the manifest, like Reload on that page; resolves when the background is
   * running.
   */
  reloadExtension(): Promise<void>;
  /** Like the browser's own offline switch; this machine itself can still be reached. */
  setOffline(offline: boolean): Promise<void>;
  /** The peak memory of the extension's processes, in bytes; null if it is not measured. */
  readPeakMemory(): Promise<number | null>;
  close(): Promise<void>;
}

/** A tab and what it shows. */
export interface Page extends Surface {
  goto(url: string): Promise<void>;
  /** Opens DevTools for this tab and selects our panel; resolves when the panel's page is loaded. */
  openPanel(): Promise<Panel>;
  close(): Promise<void>;
}

/** Our panel inside the browser's real toolbox. */
export interface Panel extends Surface {
  /** The size of the panel in the toolbox, in CSS pixels. */
  resize(size: {width: number; height: number}): Promise<void>;
  /**
   * Bytes of JavaScript in use after garbage collection, of the panel and of its workers; null if the browser does
   * not report it.
   */
  readHeap(): Promise<{page: number; workers: number} | null>;
  /** The most processor time that one task of the panel's thread used during the work, in milliseconds; null: as above. */
  traceTasks<Result>(work: () => Promise<Result>): Promise<{busiest: number | null; result: Result}>;
  /** Closes the whole toolbox, as the user would. */
  close(): Promise<void>;
}
