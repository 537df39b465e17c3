import {quietly} from './blob-memory';

export interface SeenSend {
  /** Absolute. */
  url: string;
  method: string;
  transport: 'fetch' | 'xhr' | 'beacon';
  body: unknown;
}

/**
 * Tells of each POST before it is sent. Proxies keep names, lengths, results and errors; what they call is the page's
 * own function, with the page's own arguments.
 */
export function wrapSenders(page: typeof globalThis & Window, onSend: (send: SeenSend) => void): void {
  const base = () => page.document.baseURI;

  function tell(url: unknown, send: Omit<SeenSend, 'url'>): void {
    quietly(() => {
      if (send.method.toUpperCase() === 'POST') onSend({...send, url: new URL(String(url), base()).href});
    });
  }

  page.fetch = new Proxy(page.fetch, {
    apply(target, self, args: Parameters<typeof fetch>) {
      quietly(() => {
        const [input, init] = args;
        const request = input instanceof page.Request ? input : null;
        const method = init?.method ?? request?.method ?? 'GET';
        tell(request?.url ?? input, {method: String(method), transport: 'fetch', body: init?.body ?? null});
      });
      return Reflect.apply(target, self, args);
    },
  });

  const beacons = page.Navigator.prototype;
  beacons.sendBeacon = new Proxy(beacons.sendBeacon, {
    apply(target, self, args: Parameters<Navigator['sendBeacon']>) {
      tell(args[0], {method: 'POST', transport: 'beacon', body: args[1] ?? null});
      return Reflect.apply(target, self, args);
    },
  });

  const requests = page.XMLHttpRequest.prototype;
  const opened = new WeakMap<XMLHttpRequest, {url: unknown; method: string}>();
  requests.open = new Proxy(requests.open, {
    apply(target, self: XMLHttpRequest, args: [string, string | URL]) {
      const result: unknown = Reflect.apply(target, self, args);
      // Only what was accepted is remembered: a call that throws changes nothing.
      quietly(() => opened.set(self, {method: String(args[0]), url: args[1]}));
      return result;
    },
  });
  requests.send = new Proxy(requests.send, {
    apply(target, self: XMLHttpRequest, args: [(Document | XMLHttpRequestBodyInit | null)?]) {
      const line = opened.get(self);
      if (line) tell(line.url, {method: line.method, transport: 'xhr', body: args[0] ?? null});
      return Reflect.apply(target, self, args);
    },
  });
}
