import type {Disguise} from './disguise';
import {type Natives, type PageWindow, quietly} from './natives';
import {readMembers, readText, replaced} from './pass-through';

export interface SeenSend {
  /** Absolute. */
  url: string;
  method: string;
  transport: 'fetch' | 'xhr' | 'beacon';
  body: unknown;
  /** The browser does not send it: it is too large for a page that may be left, or was aborted before. */
  isRefused: boolean;
}

export interface SenderTools {
  natives: Natives;
  disguise: Disguise;
  onSend(send: SeenSend): void;
}

/** Of all bodies together in the standard (Fetch, 4.6), so a larger one is never sent. */
const KEEPALIVE_LIMIT = 65_536;

/**
 * Reports each POST when it is sent. The page's original function is called, and only the browser reads the
 * arguments, once and in its own order: if reading may run code of the page, the browser gets an object that passes
 * the values it reads on to us.
 */
export function wrapSenders(page: PageWindow, tools: SenderTools): void {
  wrapFetch(page, tools);
  wrapBeacon(page, tools);
  wrapXhr(page, tools);
}

function wrapFetch(page: PageWindow, tools: SenderTools): void {
  const {natives} = tools;
  page.fetch = wrap(page.fetch, tools, (given) => {
    const request = given[0];
    const ofRequest = quietly(() => natives.urlOfRequest(request));
    const input = ofRequest === undefined ? readText(request) : null;
    const init = readMembers(given[1], natives);
    return {
      args: replaced(given, input === null ? request : input.argument, init.argument),
      done() {
        const method = init.method() ?? (ofRequest === undefined ? 'GET' : natives.methodOfRequest(request));
        const url = input === null ? ofRequest : input.text();
        const body = init.body() ?? null;
        const isRefused =
          quietly(() => natives.wasAborted(init.signal())) === true ||
          (!!init.keepalive() && quietly(() => natives.sizeOf(body) > KEEPALIVE_LIMIT) === true);
        report(page, tools, {url, method, transport: 'fetch', body, isRefused});
      },
    };
  });
}

function wrapBeacon(page: PageWindow, tools: SenderTools): void {
  const beacons = page.Navigator.prototype;
  beacons.sendBeacon = wrap(beacons.sendBeacon, tools, (given) => {
    const url = readText(given[0]);
    return {
      args: replaced(given, url.argument, given[1]),
      done(isTaken) {
        const body = given[1] ?? null;
        const isRefused = isTaken === false;
        report(page, tools, {url: url.text(), method: 'POST', transport: 'beacon', body, isRefused});
      },
    };
  });
}

function wrapXhr(page: PageWindow, tools: SenderTools): void {
  const requests = page.XMLHttpRequest.prototype;
  const opened = tools.natives.createWeakMap<object, {url: string | undefined; method: string | undefined}>();
  requests.open = wrap(requests.open, tools, (given, self) => {
    const method = readText(given[0]);
    const url = readText(given[1]);
    return {
      args: replaced(given, method.argument, url.argument),
      // Only accepted requests are remembered: a call that throws does not change anything. A relative address is that
      // of the page when it opens the request.
      done: () =>
        opened.set(self as object, {url: toAbsolute(page, tools, url.text()), method: method.text()}),
    };
  });
  requests.send = wrap(requests.send, tools, (given, self) => {
    const line = opened.get(self as object);
    const body = given[0] ?? null;
    return {
      args: given,
      done: () => report(page, tools, {url: line?.url, method: line?.method, transport: 'xhr', body}),
    };
  });
}

/** Replaces a send function: `read` looks at the arguments, and returns what to do once the browser has accepted them. */
function wrap<Sender extends (...args: never[]) => unknown>(
  original: Sender,
  {natives: {NativeProxy, apply}, disguise}: SenderTools,
  read: (args: unknown[], self: unknown) => {args: unknown[]; done(result: unknown): void},
): Sender {
  const standIn = new NativeProxy(original, {
    __proto__: null,
    apply(target: Sender, self: unknown, given: unknown[]): unknown {
      const reading = given.length === 0 ? undefined : quietly(() => read(given, self));
      const result: unknown = apply(target, self, (reading?.args ?? given) as never[]);
      if (reading !== undefined) quietly(() => reading.done(result));
      return result;
    },
  } as ProxyHandler<Sender>);
  disguise.hide(standIn, original);
  return standIn;
}

interface ReadSend extends Pick<SeenSend, 'transport' | 'body'>, Partial<Pick<SeenSend, 'isRefused'>> {
  /** As the page wrote it. */
  url: string | undefined;
  method: unknown;
}

function report(
  page: PageWindow,
  tools: SenderTools,
  {url, method, transport, body, isRefused = false}: ReadSend,
): void {
  if (typeof method !== 'string' || tools.natives.toUpperCase(method) !== 'POST') return;
  const absolute = toAbsolute(page, tools, url);
  if (absolute !== undefined) tools.onSend({transport, body, isRefused, method, url: absolute});
}

function toAbsolute(
  {document}: PageWindow,
  {natives}: SenderTools,
  url: string | undefined,
): string | undefined {
  const {NativeURL, hrefOf, baseOf} = natives;
  return url === undefined ? undefined : hrefOf(new NativeURL(url, baseOf(document)));
}
