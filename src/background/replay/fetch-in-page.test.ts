import {beforeEach, describe, expect, it, vi} from 'vitest';
import {fetchInPage, type PageFetch} from './fetch-in-page';

const origin = 'https://app.example.test';
const url = 'https://api.example.test/api/track';
const latin1 = new Uint8Array([0xe9, 0x74, 0xe9]);
const utf8 = new TextEncoder().encode('é');

beforeEach(() => {
  vi.stubGlobal('location', {origin});
  vi.stubGlobal('document', new EventTarget());
  return () => vi.unstubAllGlobals();
});

/** Created from its source alone, as the browser injects it into a page without its module. */
const fetchAlone = new Function(`return ${fetchInPage}`)() as typeof fetchInPage;

/** A body that ends with an error after its first bytes. */
function breakOff(): ReadableStream<Uint8Array> {
  let isBegun = false;
  return new ReadableStream({
    pull(controller) {
      if (isBegun) controller.error(new TypeError('network error'));
      else controller.enqueue(utf8);
      isBegun = true;
    },
  });
}

/** An endless response; reports how much of it was read. */
function answerEndlessly() {
  const state = {sent: 0, isCancelled: false};
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('é'.repeat(50)));
      state.sent += 100;
    },
    cancel() {
      state.isCancelled = true;
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body));
  return state;
}

function send(change: Partial<PageFetch> = {}) {
  return fetchAlone({
    url,
    method: 'POST',
    headers: [],
    body: btoa('[1]'),
    credentials: 'omit',
    redirect: 'follow',
    origin,
    timeoutMs: 20_000,
    cancelEvent: 'cancel-1',
    limit: 10,
    ...change,
  });
}

describe('a fetch in the page', () => {
  it('says why it failed', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await send()).toEqual({state: 'failed', error: 'Failed to fetch'});
  });

  it('says the status of an answer that was cut off', async () => {
    vi.stubGlobal('fetch', async () => new Response(breakOff(), {status: 202}));
    expect(await send()).toEqual({state: 'failed', error: 'network error', status: 202});
  });

  it.each([
    ['text/plain; charset=iso-8859-1', latin1, 'été'],
    ['text/plain; charset="klingon"', utf8, 'é'],
    ['text/plain', utf8, 'é'],
    ['text/plain; charset=utf-16', new Uint8Array([0xfe, 0xff, 0x00, 0xe9]), 'é'],
    ['text/plain', new Uint8Array([0xff, 0xfe, 0xe9, 0x00]), 'é'],
  ])('reads an answer of %s in the charset that it names', async (contentType, bytes, text) => {
    const headers = {'content-type': contentType};
    vi.stubGlobal('fetch', async () => new Response(bytes, {headers}));
    expect(await send()).toMatchObject({state: 'answered', status: 200, text, cut: false});
  });

  it('reads no more of an answer than is kept, and hangs up', async () => {
    const state = answerEndlessly();
    expect(await send()).toMatchObject({state: 'answered', text: 'ééééé', cut: true});
    expect(state.isCancelled).toBe(true);
    expect(state.sent).toBeLessThan(1_000);
  });

  it('shows that a letter is cut', async () => {
    answerEndlessly();
    expect(await send({limit: 5})).toMatchObject({text: 'éé\ufffd', cut: true});
  });

  it('reads what a page has put in the place of an answer', async () => {
    const answer = {
      status: 200,
      statusText: '',
      type: 'basic',
      headers: new Map(),
      text: async () => 'x'.repeat(11),
    };
    vi.stubGlobal('fetch', async () => answer);
    expect(await send()).toMatchObject({state: 'answered', text: 'x'.repeat(10), cut: true});
  });

  it('sends nothing from a page of another origin', async () => {
    vi.stubGlobal('location', {origin: 'https://other.test'});
    expect(await send()).toMatchObject({state: 'refused'});
  });

  it('ends when it is cancelled', async () => {
    vi.stubGlobal('fetch', (_: string, {signal}: RequestInit) => {
      const answer = new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason)),
      );
      document.dispatchEvent(new Event('cancel-1'));
      return answer;
    });
    expect(await send()).toMatchObject({state: 'failed'});
  });
});
