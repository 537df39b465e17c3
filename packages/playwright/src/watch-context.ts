import type {BrowserContext, Request, Response} from '@playwright/test';
import type {Observation} from './observation';

export interface WatchOptions {
  /** Whether a request carries a batch. */
  isKnown(url: string, method: string): boolean;
  /** Whether the proxy sees the request, unless the test itself answers it. */
  isOnWire(url: string): boolean;
  /** A request was sent, or its response arrived. */
  onChange(): void;
}

/** Batches that do not reach the proxy, as reported by Playwright's events. */
export interface Watch {
  observations(): readonly Observation[];
  /** The number of requests that are still pending or may turn out to be batches. */
  readonly open: number;
}

/** Watches all pages and workers of a context, except shared workers and pages that were left, which have no events. */
export function watchContext(context: BrowserContext, {isKnown, isOnWire, onChange}: WatchOptions): Watch {
  const seen = new Map<Request, Observation>();
  const open = new Set<Request>();
  context.on('request', (request) => {
    if (!isKnown(request.url(), request.method())) return;
    open.add(request);
    if (!isOnWire(request.url())) seen.set(request, toObservation(request));
    onChange();
  });

  async function answer(response: Response): Promise<void> {
    const request = response.request();
    // The service worker sends its own request, which is watched too.
    if (response.fromServiceWorker()) seen.delete(request);
    // A response without a server address comes from a route of the test.
    else if (isOnWire(request.url()) && (await response.serverAddr()) === null)
      seen.set(request, toObservation(request));
    const observation = seen.get(request);
    if (observation) observation.response = toAnswer(response);
  }

  const end = (request: Request) => {
    if (open.delete(request)) onChange();
  };
  context.on('response', (response) => {
    const request = response.request();
    if (!open.has(request)) return;
    answer(response)
      .catch(() => null)
      .finally(() => end(request));
  });
  context.on('requestfailed', end);
  return {
    observations: () => [...seen.values()],
    get open() {
      return open.size;
    },
  };
}

function toObservation(request: Request): Observation {
  return {
    startedAt: request.timing().startTime > 0 ? request.timing().startTime : Date.now(),
    method: request.method(),
    url: request.url(),
    headers: request.headers(),
    body: request.postDataBuffer(),
    response: null,
  };
}

function toAnswer(response: Response): Observation['response'] {
  return {
    status: response.status(),
    statusText: response.statusText(),
    headers: response.headers(),
    body: null,
  };
}
