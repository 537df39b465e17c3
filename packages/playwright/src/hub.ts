import type {BrowserContext} from '@playwright/test';
import {isEndpointHost, matchEndpoint, type Settings} from '@track-inspector/core';
import type {Observation} from './observation';
import {watchContext} from './watch-context';
import type {StandIn} from './wire/handle';
import {startWire, type Wire} from './wire/start-wire';

/** The response if requests must not be delivered; in the vendors' own format. */
const STAND_IN: StandIn = {status: 200, body: '{"success":true}'};

export interface HubOptions {
  settings: Settings;
  deliver: 'always' | 'never';
  /** Whether a proxy is started. */
  hasWire: boolean;
}

/** How a context uses the proxy. */
export interface Route {
  /** Whether the context's proxy is ours. */
  isProxied: boolean;
  /** Whether the browser accepts our certificate, so that encrypted requests to endpoints can be read. */
  isTrusted: boolean;
}

/** All batches of a test, from all observers. */
export interface Hub {
  /** Address of the proxy; null if there is none. */
  readonly proxy: string | null;
  /** Whether the certificates of servers are verified. */
  isStrict: boolean;
  watch(context: BrowserContext, route: Route): Promise<void>;
  /** In the order of sending. */
  observations(): readonly Observation[];
  /** The number of observations without a response. */
  readonly open: number;
  /** Resolves when a request or response arrives, or when the time is over. */
  changed(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function createHub({settings, deliver, hasWire}: HubOptions): Promise<Hub> {
  const wakers = new Set<() => void>();
  const onChange = () => {
    for (const waker of wakers) waker();
  };
  const isKnown = (url: string, method: string) => matchEndpoint({url, method}, settings) !== null;
  const standIn = deliver === 'never' ? STAND_IN : null;
  let used: Route = {isProxied: false, isTrusted: false};
  const isEndpoint = (origin: URL) => used.isTrusted && isEndpointHost(origin, settings);
  const isOnWire = (text: string) => {
    const url = new URL(text);
    return used.isProxied && (url.protocol === 'http:' || isEndpoint(url));
  };
  const wire: Wire | null = hasWire
    ? await startWire({isKnown, isEndpoint, standIn, isStrict: () => hub.isStrict, onChange})
    : null;
  let watch: ReturnType<typeof watchContext> | null = null;

  const hub: Hub = {
    proxy: wire?.url ?? null,
    isStrict: false,
    async watch(context, route) {
      used = route;
      watch = watchContext(context, {isKnown, isOnWire, onChange});
      if (standIn === null || route.isProxied) return;
      await context.route(
        (url) => isKnown(url.href, 'POST'),
        (asked) =>
          isKnown(asked.request().url(), asked.request().method())
            ? asked.fulfill({
                ...standIn,
                contentType: 'application/json',
                headers: toCors(asked.request().headers()),
              })
            : asked.fallback(),
      );
    },
    observations: () =>
      [...(wire?.observations ?? []), ...(watch?.observations() ?? [])].sort(
        (a, b) => a.startedAt - b.startedAt,
      ),
    get open() {
      return (wire?.open ?? 0) + (watch?.open ?? 0);
    },
    changed: (milliseconds) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          wakers.delete(done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        wakers.add(done);
      }),
    close: async () => wire?.close(),
  };
  return hub;
}

/** Lets the page of any origin read the answer. */
function toCors({origin}: Record<string, string>): Record<string, string> {
  return origin === undefined
    ? {}
    : {'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true'};
}
