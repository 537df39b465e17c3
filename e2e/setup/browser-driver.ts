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
   * Hosts that are answered by a port of this machine, as `{host: 'api.example.com', port: 8443}`; the real host is
   * never contacted, and any certificate is believed for them.
   */
  hosts?: readonly HostRule[];
  /** Hosts that the user has granted before: a profile of its own begins with them. As for `grantHosts`. Default: none. */
  granted?: readonly string[];
  /** Folder of a profile that outlives the browser. Default: one of its own, which goes away with it. */
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
  /** Opens a private window, into which the user has let the extension, as far as its manifest allows. */
  openPrivate(url: string): Promise<Page>;
  /** Grants host access at run time as the user would, such as `http://127.0.0.1/*`; resolves when it is in effect. */
  grantHosts(patterns: readonly string[]): Promise<void>;
  revokeHosts(patterns: readonly string[]): Promise<void>;
  /**
   * Does what makes the extension ask for host access, and answers the browser's question with yes. Where no script can
   * reach the question (Chromium), the yes is given on the browser's page of extensions just before: it takes effect
   * with the asking only, and then no question is shown.
   */
  allowHosts(patterns: readonly string[], ask: () => Promise<void>): Promise<void>;
  /** Stops the extension's background by the browser's own means; resolves when that one is gone: an event wakes another. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** As the switch of the browser's page of extensions does it; resolves when the background runs, or is gone. */
  setExtensionEnabled(enabled: boolean): Promise<void>;
  /** Reads the extension's files anew, manifest included, as Reload on that page does; resolves when the background runs. */
  reloadExtension(): Promise<void>;
  /** As the browser's own switch does it; this machine itself stays within reach. */
  setOffline(offline: boolean): Promise<void>;
  /** The most memory that the extension's processes had at any time, in bytes; null where it is not measured. */
  readPeakMemory(): Promise<number | null>;
  close(): Promise<void>;
}

/** A tab and what it shows. */
export interface Page extends Surface {
  goto(url: string): Promise<void>;
  /** Opens DevTools on this tab and selects our panel; resolves when the panel's page is there. */
  openPanel(): Promise<Panel>;
  close(): Promise<void>;
}

/** Our panel inside the browser's real toolbox. */
export interface Panel extends Surface {
  /** The room that the toolbox gives to the panel, in CSS pixels. */
  resize(size: {width: number; height: number}): Promise<void>;
  /** Bytes of JavaScript in use after a collection, of the panel and of its workers; null where the browser does not say. */
  readHeap(): Promise<{page: number; workers: number} | null>;
  /** The most processor time that one task of the panel's thread took during the work, in milliseconds; null: as above. */
  traceTasks<Result>(work: () => Promise<Result>): Promise<{busiest: number | null; result: Result}>;
  /** Closes the whole toolbox, as the user would. */
  close(): Promise<void>;
}
