import type {Page} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';
import {runAsPageScript} from '../steps/run-as-page-script';

/** Everything that a page can find out about the functions it sends with. */
export interface SendersDescription {
  /** `fetch: 2 fetch`: the number of its parameters and its name; then the property's descriptor, and the function's text. */
  functions: string[];
  /** `fetch without arguments: TypeError`, `fetch: 200`. */
  outcomes: string[];
}

/** Calls the page's send functions correctly and incorrectly, and reports the results. */
export async function describeSenders(
  page: Page,
  order: {endpoint: string; apiKey: string},
): Promise<SendersDescription> {
  await runAsPageScript(page, startDescribing, order);
  return await poll(async () => {
    const text = await page.evaluate(() => document.documentElement.dataset.senders ?? null);
    return text === null ? null : (JSON.parse(text) as SendersDescription);
  }, 'The page does not come to an end with its senders.');
}

/** Runs in the page: it must be self-contained. */
function startDescribing({endpoint, apiKey}: {endpoint: string; apiKey: string}): void {
  const owners: [string, object, string][] = [
    ['fetch', window, 'fetch'],
    ['sendBeacon', Navigator.prototype, 'sendBeacon'],
    ['open', XMLHttpRequest.prototype, 'open'],
    ['send', XMLHttpRequest.prototype, 'send'],
    ['Blob', window, 'Blob'],
    ['File', window, 'File'],
    ['toString', Function.prototype, 'toString'],
  ];
  const functions = owners.map(([title, owner, key]) => {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    const own = property?.value as {length: number; name: string; prototype?: {constructor: unknown}};
    const isOwnConstructor = own.prototype === undefined ? 'none' : own.prototype.constructor === own;
    const flags = [property?.writable, property?.enumerable, property?.configurable];
    const text = Function.prototype.toString.call(own);
    return `${title}: ${own.length} ${own.name} ${flags} ${isOwnConstructor} ${text}`;
  });

  const url = `${endpoint}?visit=senders`;
  const headers = {'content-type': 'application/json', 'x-api-key': apiKey};
  const event = {
    event_name: 'senders_described',
    user_id: 'u-1',
    timestamp: '2026-11-01T10:00:00.000Z',
    properties: {},
    context: {group_id: 'g-1'},
  };
  const body = JSON.stringify([event]);
  const nothing = undefined as never;
  const request = (use: (xhr: XMLHttpRequest) => void) =>
    new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.onloadend = () => resolve(xhr.status);
      use(xhr);
    });
  /** Reports how often, and in which order, properties of the page's objects are read. */
  const watch = () => {
    const asked: string[] = [];
    const text = (name: string, value: string) => ({
      toString() {
        asked.push(name);
        return value;
      },
    });
    const members = (init: Record<string, unknown>) =>
      new Proxy(init, {
        get(target, key) {
          asked.push(String(key));
          return target[String(key)];
        },
        has: () => asked.push('has') > 0,
        ownKeys: () => [`${asked.push('ownKeys')}`],
      });
    return {asked, text, members};
  };
  const tries: [string, () => unknown][] = [
    [
      'options are read once',
      async () => {
        const {asked, text, members} = watch();
        const init = members({method: text('POST itself', 'POST'), headers, body: text('body itself', body)});
        const answer = await fetch(text('url', url) as never, init);
        return `${answer.status} ${asked}`;
      },
    ],
    [
      'what throws while it is read',
      () =>
        fetch({
          toString() {
            throw new RangeError('Of the page.');
          },
        } as never),
    ],
    ['a symbol for a URL', () => fetch(Symbol('url') as never)],
    [
      'a beacon’s URL is read once',
      () => {
        const {asked, text} = watch();
        return `${navigator.sendBeacon(text('url', url) as never, body)} ${asked}`;
      },
    ],
    [
      'what xhr opens is read once',
      () => {
        const {asked, text} = watch();
        new XMLHttpRequest().open(text('method', 'POST') as never, text('url', url) as never, true);
        return asked;
      },
    ],
    [
      'a Request of another frame',
      async () => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const Other = (frame.contentWindow as unknown as typeof globalThis).Request;
        const answer = await fetch(new Other(url, {method: 'POST', headers, body}));
        return answer.status;
      },
    ],
    ['a File is a Blob', () => Object.getPrototypeOf(File) === Blob && Blob.prototype.constructor === Blob],
    ['fetch without arguments', () => fetch(nothing, {method: 'POST', body: nothing}).then((r) => r.status)],
    ['fetch of no URL', () => fetch('http://[', {method: 'POST', body})],
    ['fetch of a GET with body', () => fetch(url, {body})],
    ['fetch of another this', () => fetch.call({} as never, url)],
    ['fetch gives a promise', () => fetch(url, {method: 'POST', headers, body}) instanceof Promise],
    ['fetch', () => fetch(url, {method: 'POST', headers, body}).then((answer) => answer.status)],
    [
      'fetch of a Request',
      () => fetch(new Request(url, {method: 'POST', headers, body})).then((r) => r.status),
    ],
    [
      'fetch of a used Request',
      async () => {
        const used = new Request(url, {method: 'POST', headers, body});
        await used.text();
        return fetch(used);
      },
    ],
    ['fetch, aborted', () => fetch(url, {method: 'POST', body, signal: AbortSignal.abort()})],
    ['keepalive above 64 KiB', () => fetch(url, {method: 'POST', keepalive: true, body: 'x'.repeat(70_000)})],
    ['beacon', () => navigator.sendBeacon(url, body)],
    ['beacon without arguments', () => navigator.sendBeacon(nothing)],
    ['beacon above 64 KiB', () => navigator.sendBeacon(url, 'x'.repeat(70_000))],
    ['beacon of another this', () => navigator.sendBeacon.call({} as never, url)],
    ['xhr not opened', () => request((xhr) => xhr.send())],
    ['xhr of no URL', () => request((xhr) => xhr.open('POST', 'http://['))],
    ['xhr of a forbidden method', () => request((xhr) => xhr.open('TRACE', url))],
    [
      'xhr',
      () =>
        request((xhr) => {
          xhr.open('POST', url);
          for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
          xhr.send(body);
        }),
    ],
    [
      'a Blob',
      async () => {
        const blob = new Blob(['ab', new Blob(['c'])], {type: 'text/plain'});
        return `${blob instanceof Blob} ${blob.size} ${blob.type} ${await blob.text()}`;
      },
    ],
    [
      'a File',
      () => {
        const file = new File(['ab'], 'a.txt');
        return `${file instanceof File} ${file instanceof Blob} ${file.name} ${Object.prototype.toString.call(file)}`;
      },
    ],
    [
      'parts of a Blob are read once',
      async () => {
        const {asked, text} = watch();
        const list = Object.defineProperty([text('text', 'a')], 1, {get: () => asked.push('getter')});
        const watched = new Proxy(list, {
          get(target, key) {
            asked.push(String(key));
            return Reflect.get(target, key);
          },
        });
        const iterable = {
          *[Symbol.iterator]() {
            asked.push('iterator');
            yield* list;
          },
        };
        const own = Object.assign(['b'], iterable);
        const blobs = [list, watched, iterable, own].map((parts) => new Blob(parts as never));
        return `${await new Blob(blobs).text()} ${asked}`;
      },
    ],
    [
      'options of a Blob are read once',
      async () => {
        const {asked, text, members} = watch();
        const list = ['a\r'];
        const endings = {
          toString() {
            list[0] = 'b';
            return 'native';
          },
        };
        const blob = new Blob(list, members({endings, type: text('type itself', 'text/plain')}) as never);
        return `${JSON.stringify(await blob.text())} ${blob.type} ${asked}`;
      },
    ],
    ['a Blob of no parts', () => new Blob(3 as never)],
    ['Blob without new', () => (Blob as unknown as () => unknown)()],
    [
      'a class of Blobs',
      () => {
        class Batch extends Blob {}
        const batch = new Batch(['abc']);
        return `${batch instanceof Batch} ${batch.constructor.name} ${batch.size}`;
      },
    ],
  ];
  const outcomes = tries.map(async ([title, use]) => {
    try {
      return `${title}: ${await use()}`;
    } catch (error) {
      return `${title}: ${error instanceof Error ? error.name : error}`;
    }
  });
  Promise.all(outcomes).then(
    (all) => {
      document.documentElement.dataset.senders = JSON.stringify({functions, outcomes: all});
    },
    (error: unknown) => console.error(error),
  );
}
