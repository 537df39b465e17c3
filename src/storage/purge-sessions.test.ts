import 'fake-indexeddb/auto';
import {gzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../domain/capture/captured-request';
import {buildCaptured} from '../domain/replay/build-captured';
import {openCaptureLog} from './log/open-capture-log';
import {purgeSessions} from './purge-sessions';

const SECRET = 'geheim-7f3a';
const open = (name: string, session: string) =>
  openCaptureLog({name, session, limits: () => ({maxRequests: 100, maxBytes: 100_000_000})});

/** The remaining records after the browser was closed and a new session began. */
async function purge(name: string, requests: readonly CapturedRequest[]): Promise<CapturedRequest[]> {
  const before = await open(name, 'one');
  for (const request of requests) await before.put(request);
  before.close();
  await purgeSessions({name, session: 'two'});
  const after = await open(name, 'two');
  const left = await after.get(requests.map(({id}) => id));
  after.close();
  return left;
}

const pinned = (id: string, parts: Parameters<typeof buildCaptured>[0]) =>
  buildCaptured({id, pinned: true, ...parts});

function textOf(request: CapturedRequest): string {
  const {body} = request;
  const bytes = body.kind === 'bytes' ? new TextDecoder('latin1').decode(body.bytes) : '';
  return JSON.stringify({...request, body: bytes});
}

describe('what a session leaves', () => {
  it('is its pinned requests, without any credential', async () => {
    const left = await purge('kinds', [
      buildCaptured({id: 'unpinned'}),
      pinned('json', {body: `{"WriteKey":"${SECRET}"}`}),
      pinned('form', {body: `access_token=${SECRET}`}),
      pinned('answer', {
        outcome: {
          state: 'answered',
          status: 200,
          statusText: '',
          headers: {state: 'unknown'},
          body: {kind: 'text', text: `{"auth_token":"${SECRET}"}`},
          endedAt: null,
        },
      }),
      pinned('page', {
        origin: {...buildCaptured().origin, pageUrl: `http://user:${SECRET}@a.test/?code=${SECRET}`},
      }),
    ]);
    expect(left.map(({id}) => id)).toEqual(['json', 'form', 'answer', 'page']);
    for (const request of left) expect(textOf(request)).not.toContain(SECRET);
  });

  it('keeps what the tabs that are still open have sent, as it is', async () => {
    const inTab = (id: string, tabId: number) =>
      buildCaptured({id, origin: {...buildCaptured().origin, tabId}, body: `{"token":"${SECRET}"}`});
    const before = await open('tabs', 'one');
    for (const [id, tab] of [
      ['open', 3],
      ['closed', 4],
    ] as const)
      await before.put(inTab(id, tab));
    before.close();
    const after = await open('tabs', 'two');
    await purgeSessions({name: 'tabs', session: 'two', openTabs: new Set([3])});
    expect(await after.get(['open', 'closed'])).toEqual([expect.objectContaining(inTab('open', 3))]);
    await purgeSessions({name: 'tabs', session: 'two'});
    expect(await after.get(['open', 'closed'])).toEqual([]);
    after.close();
  });

  it('loses a request that cannot be cleaned, and no other', async () => {
    const headers = [{name: 'Content-Encoding', value: 'br'}];
    const left = await purge('unreadable', [
      pinned('before', {body: `{"token":"${SECRET}"}`}),
      pinned('unreadable', {headers, body: new Uint8Array([0xff, 1, 2])}),
      pinned('after', {body: gzipSync(new TextEncoder().encode(`{"token":"${SECRET}"}`)).slice()}),
      buildCaptured({id: 'unpinned'}),
    ]);
    expect(left.map(({id}) => id)).toEqual(['before', 'after']);
  });

  it('takes a write key of 12 MB', async () => {
    const [request] = await purge('large', [
      pinned('large', {body: `{"writeKey":"${'k'.repeat(12_000_000)}"}`}),
    ]);
    expect(request?.body).toMatchObject({bytes: new TextEncoder().encode('{"writeKey":"MASKED"}')});
  });
});
