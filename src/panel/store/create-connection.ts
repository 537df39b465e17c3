import {computed, type ReadonlySignal, signal} from '@preact/signals';
import {toErrorMessage} from '../../domain/to-error-message';
import {getOrigin} from './log/belongs-to-tab';
import {covers, toPatterns} from './match-patterns';
import type {BackgroundPort, PermissionPort} from './panel-dependencies';

/** The connection of the panel to the background; the view shows each state. */
export type Connection =
  | {state: 'connecting'}
  | {state: 'live'}
  /** The background has no permission for this site: only requests that DevTools shows are captured. */
  | {state: 'not-permitted'; site: string; patterns: readonly string[]}
  /** The extension was updated or reloaded, so this panel can no longer connect to it. */
  | {state: 'updated'}
  /** The background did not answer which sites are granted; it is asked again. */
  | {state: 'no-answer'; message: string}
  | {state: 'storage-trouble'; message: string};

export interface ConnectionOptions {
  background: BackgroundPort;
  permissions: PermissionPort;
  pageUrl: ReadonlySignal<string | null>;
  /** Origins of the endpoints, pages and frames seen so far. */
  seenOrigins(): Iterable<string>;
  /** The browser could not ask for a permission. */
  onFailure(error: unknown): void;
}

export interface ConnectionStore {
  readonly connection: ReadonlySignal<Connection>;
  /** Asks the browser again which hosts are granted. */
  refresh(): Promise<void>;
  /** Changes that the background reports, since Firefox does not report them to a panel. */
  setGranted(patterns: readonly string[]): void;
  setTrouble(message: string | null): void;
  /** Call it directly in the click handler. */
  allowSite(): void;
  allowAllSites(): void;
  dispose(): void;
}

/** The page belongs to an extension that was replaced by an update or a reload. */
export class ExtensionUpdatedError extends Error {
  override name = 'ExtensionUpdatedError';
}

const ALL_SITES = '*://*/*';

export function createConnection(options: ConnectionOptions): ConnectionStore {
  const granted = signal<readonly string[] | null>(null);
  const failure = signal<unknown>(null);
  const trouble = signal<string | null>(null);

  const connection = computed<Connection>(() => {
    if (failure.value instanceof ExtensionUpdatedError) return {state: 'updated'};
    if (trouble.value !== null) return {state: 'storage-trouble', message: trouble.value};
    const site = getOrigin(options.pageUrl.value);
    if (failure.value !== null) return {state: 'no-answer', message: toErrorMessage(failure.value)};
    if (granted.value === null) return {state: 'connecting'};
    if (site === null || !/^https?:/.test(site) || covers(granted.value, site)) return {state: 'live'};
    return {state: 'not-permitted', site, patterns: toPatterns([site, ...options.seenOrigins()])};
  });

  async function refresh(): Promise<void> {
    try {
      granted.value = await options.permissions.granted();
      failure.value = null;
    } catch (error) {
      failure.value = error;
    }
  }

  function ask(patterns: readonly string[]): void {
    options.permissions.request(patterns).then(refresh, async (error: unknown) => {
      await refresh();
      // An update of the extension has its own banner.
      if (connection.peek().state !== 'updated') options.onFailure(error);
    });
  }

  const stop = options.permissions.subscribe(() => void refresh());
  return {
    connection,
    refresh,
    setGranted(patterns) {
      granted.value = patterns;
    },
    setTrouble(message) {
      trouble.value = message;
    },
    allowSite() {
      const now = connection.peek();
      // More origins may have been seen since the state was computed.
      if (now.state === 'not-permitted') ask(toPatterns([now.site, ...options.seenOrigins()]));
    },
    allowAllSites: () => ask([ALL_SITES]),
    dispose: stop,
  };
}
