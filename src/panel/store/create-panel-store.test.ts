import {describe, expect, it, vi} from 'vitest';
import type {CapturedRequest, RequestOrigin} from '../../domain/capture/captured-request';
import type {Inspection} from '../../domain/verdict/inspection';
import {aRequest} from './test-support/a-request';
import {anEvent, anInspection, anIssue} from './test-support/an-inspection';
import {createMemoryLog} from './test-support/create-memory-log';
import {createTestStore} from './test-support/create-test-store';

const origin = aRequest().origin;

/** As many events as the body's text says: `3` has three, the first of them faulty. */
function inspect(request: CapturedRequest): Inspection {
  const {body} = request;
  const count = body.kind === 'bytes' ? Number(new TextDecoder().decode(body.bytes)) || 0 : 0;
  const events = Array.from({length: count}, (_, index) => anEvent({index, name: `event_${index}`}));
  return anInspection({requestId: request.id, events, issues: count > 0 ? [anIssue()] : []});
}

function body(text: string): CapturedRequest['body'] {
  return {kind: 'bytes', bytes: new TextEncoder().encode(text)};
}

function worker(changes: Partial<RequestOrigin>): RequestOrigin {
  return {...origin, tabId: null, pageUrl: null, ...changes};
}

function listRows({store}: ReturnType<typeof createTestStore>): string[] {
  const rows = store.rows.value;
  return Array.from({length: rows.length}, (_, i) => {
    const row = rows.at(i);
    if (row?.kind === 'visit') return row.visit.url ?? '?';
    return `${' '.repeat(row?.depth ?? 0)}${row?.entry.id}${row?.kind === 'event' ? `#${row.event}` : ''}`;
  });
}

describe('the panel store', () => {
  it('lists an announced request in the same task', () => {
    const test = createTestStore({inspect});
    void test.store.start();
    test.emit({type: 'announced', request: aRequest({body: body('2')})});
    expect(listRows(test)).toEqual(['app.example.test/signup', 'r1', ' r1#0', ' r1#1']);
  });

  it('shows what the log holds, in the order it was sent', async () => {
    const records = [aRequest({id: 'b', startedAt: 2}), aRequest({id: 'a', startedAt: 1})];
    const test = createTestStore({inspect, records});
    await test.store.start();
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['a', 'b']);
    expect(test.store.list.loaded.value).toBe(true);
  });

  it('reads a committed request again and keeps its place', async () => {
    const test = createTestStore({inspect, records: [aRequest(), aRequest({id: 'r2', startedAt: 2000})]});
    await test.store.start();
    await test.log.put(aRequest({outcome: {state: 'failed', error: 'net::ERR_ABORTED', endedAt: 3000}}));
    test.emit({type: 'committed', ids: ['r1']});
    await vi.waitFor(() => expect(test.store.list.get('r1')?.state).toBe('failed'));
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r1', 'r2']);
  });

  it('takes out what was announced and is not in the log when it is read again', async () => {
    const test = createTestStore({inspect, records: [aRequest()]});
    await test.store.start();
    test.emit({type: 'announced', request: aRequest({id: 'r2', startedAt: 2000})});
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r1', 'r2']);
    test.emit({type: 'committed', ids: ['r1', 'r2']});
    await vi.waitFor(() => expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r1']));
    expect(test.store.list.get('r2')).toBeUndefined();
  });

  it('leaves the requests of other tabs out', async () => {
    const test = createTestStore({inspect, records: [aRequest({origin: {...origin, tabId: 8}})]});
    await test.store.start();
    test.emit({type: 'announced', request: aRequest({id: 'r2', origin: {...origin, tabId: 8}})});
    expect(test.store.list.entries.value).toEqual([]);
  });

  it('marks the requests of a worker whose origin the tab shows', async () => {
    const test = createTestStore({inspect, records: [aRequest({origin: worker({})})]});
    await test.store.start();
    await vi.waitFor(() => expect(test.store.list.get('r1')?.worker).toBe(true));
  });

  it('takes a worker’s request in as soon as the tab shows its origin', async () => {
    const elsewhere = worker({initiator: 'https://shop.example.test'});
    const test = createTestStore({inspect, records: [aRequest({origin: elsewhere})]});
    await test.store.start();
    expect(test.store.list.get('r1')).toBeUndefined();
    test.store.navigated('https://shop.example.test/cart');
    await vi.waitFor(() => expect(test.store.list.get('r1')?.worker).toBe(true));
  });

  it('indents a replay below its source', async () => {
    const replay = {
      sourceId: 'r1',
      way: 'extension',
      marker: 'm',
      claimed: true,
      timeoutSeconds: 1,
      followRedirects: false,
    } as const;
    const records = [
      aRequest(),
      aRequest({id: 'r2', startedAt: 2000}),
      aRequest({id: 'r3', startedAt: 3000, replay, origin: worker({initiator: null})}),
    ];
    const test = createTestStore({inspect, records});
    await test.store.start();
    expect(listRows(test)).toEqual(['app.example.test/signup', 'r1', ' r3', 'r2']);
  });

  it('passes new requests over while it does not record', async () => {
    const test = createTestStore({inspect});
    await test.store.start();
    const {settings} = test.store;
    settings.change((now) => ({...now, panel: {...now.panel, recording: false}}));
    test.emit({type: 'announced', request: aRequest()});
    expect(test.store.list.entries.value).toEqual([]);
  });

  it('keeps the pinned ones when the log is cleared', async () => {
    const test = createTestStore({inspect, records: [aRequest(), aRequest({id: 'r2', pinned: true})]});
    await test.store.start();
    test.store.selection.select({id: 'r1', event: null});
    await test.store.clear();
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r2']);
    expect(test.store.selection.selected.value).toBeNull();
    expect(await test.log.get(['r1'])).toEqual([]);
  });

  it('lists nothing that was being read when the log was cleared', async () => {
    const log = createMemoryLog([aRequest()]);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const get: typeof log.get = async (ids) => {
      const found = await log.get(ids);
      await held;
      return found;
    };
    const test = createTestStore({inspect, dependencies: {log: {...log, get}}});
    await test.store.start();
    test.emit({type: 'committed', ids: ['r1']});
    await test.store.clear();
    release();
    test.emit({type: 'announced', request: aRequest({id: 'r2'})});
    await vi.waitFor(() => expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r2']));
  });

  it('says nothing of a text that was cleared when another request comes under its id', async () => {
    const dependencies = {inspectText: () => [anIssue({code: 'duplicate-key'})]};
    const records = [aRequest({body: body('1')}), aRequest({id: 'r2', body: body('1'), pinned: true})];
    const test = createTestStore({inspect, records, dependencies});
    const countErrors = (id: string) => test.store.list.get(id)?.total.errors;
    await test.store.start();
    for (const id of ['r1', 'r2']) {
      test.store.selection.select({id, event: null});
      test.store.selection.open();
      await vi.waitFor(() => expect(countErrors(id)).toBe(2));
    }
    await test.store.clear();
    test.emit({type: 'announced', request: aRequest({body: body('22')})});
    expect(['r1', 'r2'].map(countErrors)).toEqual([1, 2]);
  });

  it('lets the oldest unpinned requests go beyond the limit', async () => {
    const test = createTestStore({inspect, records: [aRequest({id: 'old', startedAt: 1, pinned: true})]});
    test.settings.value = {
      ...test.settings.value,
      capture: {...test.settings.value.capture, maxRequests: 10},
    };
    await test.store.start();
    for (let i = 0; i < 15; i++)
      test.emit({type: 'announced', request: aRequest({id: `n${i}`, startedAt: 10 + i})});
    await vi.waitFor(() => expect(test.store.list.get('n14')).toBeDefined());
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual([
      'old',
      ...Array.from({length: 9}, (_, i) => `n${i + 6}`),
    ]);
  });

  it('shows the selected event in full, and follows its request as it completes', async () => {
    const test = createTestStore({inspect, records: [aRequest({body: body('2')})]});
    await test.store.start();
    test.store.selection.select({id: 'r1', event: 1});
    expect(test.store.detail.value).toMatchObject({state: 'ready', event: {name: 'event_1'}});
    const failed = aRequest({body: body('2'), outcome: {state: 'failed', error: 'x', endedAt: null}});
    test.emit({type: 'announced', request: failed});
    await vi.waitFor(() =>
      expect(test.store.detail.value).toMatchObject({request: {outcome: {state: 'failed'}}}),
    );
  });

  it('says so when the selected request is gone', async () => {
    const test = createTestStore({inspect});
    await test.store.start();
    test.store.selection.select({id: 'r9', event: null});
    await vi.waitFor(() => expect(test.store.detail.value).toEqual({state: 'gone', id: 'r9'}));
  });

  it('says that the background may not see this site, and what to ask for', async () => {
    const granted = ['https://api.app.thrivestack.ai/*'];
    const test = createTestStore({inspect, granted, records: [aRequest()]});
    await test.store.start();
    const {connection} = test.store.connection;
    expect(connection.value).toEqual({
      state: 'not-permitted',
      site: 'https://app.example.test',
      patterns: ['https://app.example.test/*', 'https://api.app.thrivestack.ai/*'],
    });
    test.store.connection.allowSite();
    await vi.waitFor(() => expect(connection.value).toEqual({state: 'live'}));
  });

  it('notices a revoked permission, which in Firefox the background tells', async () => {
    const test = createTestStore({inspect});
    await test.store.start();
    const {connection} = test.store.connection;
    expect(connection.value).toEqual({state: 'live'});
    test.emit({type: 'granted-origins', origins: []});
    expect(connection.value).toMatchObject({state: 'not-permitted', site: 'https://app.example.test'});
  });

  it('says that the extension was updated when its messaging is gone', async () => {
    const permissions = {
      granted: () => Promise.reject(new Error('Extension context invalidated.')),
      request: () => Promise.resolve(),
      subscribe: () => () => undefined,
    };
    const test = createTestStore({inspect, dependencies: {permissions}});
    await test.store.start();
    expect(test.store.connection.connection.value).toEqual({state: 'updated'});
  });

  it('shows storage trouble, and counts what was dropped', async () => {
    const test = createTestStore({inspect});
    await test.store.start();
    test.emit({type: 'storage-trouble', message: 'The disk is full.'});
    test.emit({type: 'dropped', tabId: 7, count: 12});
    expect(test.store.connection.connection.value).toEqual({
      state: 'storage-trouble',
      message: 'The disk is full.',
    });
    expect(test.store.dropped.value).toBe(12);
  });

  it('tells, opened again, how many were dropped before', async () => {
    const log = {...createMemoryLog(), countDropped: async (tabId: number) => (tabId === 7 ? 12 : 0)};
    const test = createTestStore({inspect, dependencies: {log}});
    await test.store.start();
    expect(test.store.dropped.value).toBe(12);
  });

  it('folds former visits at a navigation when the log is not to be preserved', async () => {
    const test = createTestStore({inspect, records: [aRequest()]});
    await test.store.start();
    const {settings} = test.store;
    settings.change((now) => ({...now, panel: {...now.panel, preserveLog: false}}));
    test.store.navigated('https://app.example.test/next');
    expect(listRows(test)).toEqual(['app.example.test/signup']);
    expect(await test.log.get(['r1'])).toHaveLength(1);
  });

  it('reveals a secret only when asked, and tells one that is forgotten', async () => {
    const test = createTestStore({inspect, secrets: new Map([['secret-1', 'token']])});
    const {secrets} = test.store;
    await secrets.reveal('secret-1');
    await secrets.reveal('secret-2');
    expect([...secrets.revealed.value]).toEqual([
      ['secret-1', 'token'],
      ['secret-2', null],
    ]);
    secrets.hide('secret-1');
    expect(secrets.revealed.value.has('secret-1')).toBe(false);
  });
});
