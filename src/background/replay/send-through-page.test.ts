import {beforeEach, describe, expect, it} from 'vitest';
import {buildCaptured} from '../../domain/replay/build-captured';
import type {PageFetch} from './fetch-in-page';
import {type PageScripts, sendThroughPage} from './send-through-page';

const request = {
  url: 'https://api.example.test/api/track#m',
  method: 'POST',
  headers: [['x-api-key', 'k']] as [string, string][],
  body: new Uint8Array([91, 255, 93]),
  credentials: 'omit',
  followRedirects: false,
} as const;
const answer = {
  state: 'answered',
  type: 'cors',
  status: 200,
  statusText: 'OK',
  headers: [['content-type', 'text/plain']] as [string, string][],
  text: 'done',
  cut: false,
} as const;
let {signal} = new AbortController();
beforeEach(() => {
  ({signal} = new AbortController());
});

/** Scripts in a page, which are not cancelled unless a test does so. */
function inPage(parts: Partial<PageScripts>): PageScripts {
  const never = () => Promise.reject(new Error('never'));
  return {fetch: never, cancel: never, ...parts};
}

describe('sending as the page', () => {
  it('runs in the frame of the original, for its origin only, with the same bytes', async () => {
    const runs: {target: object; request: PageFetch}[] = [];
    const sent = await sendThroughPage(
      inPage({
        fetch: async (target, parts) => {
          runs.push({target, request: parts});
          return answer;
        },
      }),
      buildCaptured(),
      request,
      signal,
    );
    expect(runs).toMatchObject([
      {
        target: {tabId: 7, frameId: 0},
        request: {origin: 'https://app.example.test', body: btoa('[\u00ff]'), redirect: 'manual'},
      },
    ]);
    expect(sent).toMatchObject({ok: true, status: 200, body: {kind: 'text', text: 'done'}});
  });

  it.each([
    ['GET', 'no-store'],
    ['HEAD', 'no-store'],
    ['POST', undefined],
  ])('is not answered by the browser’s cache: %s', async (method, cache) => {
    const caches: unknown[] = [];
    const page = inPage({
      fetch: async (_, parts) => {
        caches.push(parts.cache);
        return answer;
      },
    });
    await sendThroughPage(page, buildCaptured(), {...request, method}, signal);
    expect(caches).toEqual([cache]);
  });

  it.each([
    ['without a tab', {origin: {...buildCaptured().origin, tabId: null}}],
    ['of which no page is known', {origin: {...buildCaptured().origin, initiator: null, pageUrl: null}}],
  ])('refuses what came %s', async (_, parts) => {
    const sent = await sendThroughPage(inPage({}), buildCaptured(parts), request, signal);
    expect(sent).toMatchObject({ok: false, error: expect.stringContaining('Nothing was sent')});
  });

  it('says what the page’s policies made of it', async () => {
    const fetch = async () => ({state: 'failed', error: 'Failed to fetch'}) as const;
    expect(await sendThroughPage(inPage({fetch}), buildCaptured(), request, signal)).toMatchObject({
      error: 'Failed to fetch',
    });
    const opaque = async () => ({...answer, type: 'opaqueredirect', status: 0, text: ''});
    expect(await sendThroughPage(inPage({fetch: opaque}), buildCaptured(), request, signal)).toMatchObject({
      body: {reason: 'opaque'},
    });
  });

  it('reads an answer without the type that a page’s own `fetch` may lack', async () => {
    const fetch = async () => ({...answer, type: undefined});
    expect(await sendThroughPage(inPage({fetch}), buildCaptured(), request, signal)).toMatchObject({
      status: 200,
      body: {text: 'done'},
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['nothing either', null],
    ['no text', {...answer, text: ['done']}],
    ['no status', {...answer, status: 'OK'}],
    ['a status that cannot be', {...answer, status: 1e300}],
    ['no reason phrase', {...answer, statusText: 7}],
    ['headers that are none', {...answer, headers: ['a']}],
    ['a header without a text', {...answer, headers: [['a', {}]]}],
    ['no reason', {state: 'failed', error: {}}],
  ])('takes nothing for an answer where a page returns %s', async (_, result) => {
    const sending = sendThroughPage(inPage({fetch: async () => result}), buildCaptured(), request, signal);
    await expect(sending).rejects.toThrow('The page returned no valid response.');
  });

  it('gives up when it is told to, and ends the page’s own request', async () => {
    const controller = new AbortController();
    const names: string[] = [];
    const cancelled: [object, string][] = [];
    const scripts = inPage({
      fetch: (_, {cancelEvent}) => {
        names.push(cancelEvent);
        return new Promise(() => undefined);
      },
      cancel: async (frame, cancelEvent) => void cancelled.push([frame, cancelEvent]),
    });
    const sending = sendThroughPage(scripts, buildCaptured(), request, controller.signal);
    controller.abort(new Error('Cancelled.'));
    expect(await sending).toMatchObject({ok: false, error: 'Cancelled.'});
    expect(cancelled).toEqual(names.map((name) => [{tabId: 7, frameId: 0}, name]));
    expect(names).toHaveLength(1);
  });

  it('says the same where the page is gone and nothing is left to end', async () => {
    const controller = new AbortController();
    const scripts = inPage({fetch: () => new Promise(() => undefined)});
    const sending = sendThroughPage(scripts, buildCaptured(), request, controller.signal);
    controller.abort(new Error('Cancelled.'));
    expect(await sending).toMatchObject({ok: false, error: 'Cancelled.'});
  });

  it('does not begin what was given up before', async () => {
    const given = AbortSignal.abort(new Error('Cancelled.'));
    expect(await sendThroughPage(inPage({}), buildCaptured(), request, given)).toMatchObject({
      ok: false,
      error: 'Cancelled.',
    });
  });
});
