import {type Signal, signal} from '@preact/signals';
import {describe, expect, it, vi} from 'vitest';
import type {CapturedRequest, RequestOrigin} from '../../domain/capture/captured-request';
import type {Inspection} from '../../domain/verdict/inspection';
import {ExtensionUpdatedError} from './create-connection';
import {aReplay, aRequest} from './test-support/a-request';
import {anEvent, anInspection, anIssue} from './test-support/an-inspection';
import {createMemoryLog} from './test-support/create-memory-log';
import {createTestStore, type TestStore} from './test-support/create-test-store';

const origin = aRequest().origin;

/** The body's text is the number of events: `3` has three, the first of them faulty. */
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
  it('lists a request once the log has it', async () => {
    const test = createTestStore({inspect});
    await test.store.start();
    await test.log.put(aRequest({body: body('2')}));
    await vi.waitFor(() =>
      expect(listRows(test)).toEqual(['app.example.test/signup', 'r1', ' r1#0', ' r1#1']),
    );
  });

  it('shows what the log holds, in the order it was sent', async () => {
    const records = [aRequest({id: 'b', startedAt: 2}), aRequest({id: 'a', startedAt: 1})];
    const test = createTestStore({inspect, records});
    await test.store.start();
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['a', 'b']);
    expect(test.store.list.loaded.value).toBe(true);
  });

  it('lists what passes the filter, of what is there and of what comes', async () => {
    const test = createTestStore({inspect, records: [aRequest({id: 'a', body: body('2')})]});
    await test.store.start();
    test.store.filter.setText('name:event_1');
    await vi.waitFor(() => expect(listRows(test)).toEqual(['app.example.test/signup', 'a', ' a#1']));
    await test.log.put(aRequest({id: 'b', startedAt: 2000, body: body('1')}));
    await test.log.put(aRequest({id: 'c', startedAt: 3000, body: body('3')}));
    await vi.waitFor(() =>
      expect(listRows(test)).toEqual(['app.example.test/signup', 'a', ' a#1', 'c', ' c#1']),
    );
    test.store.filter.setText('');
    expect(listRows(test)).toHaveLength(9);
  });

  it('reads a committed request again and keeps its place', async () => {
    const test = createTestStore({inspect, records: [aRequest(), aRequest({id: 'r2', startedAt: 2000})]});
    await test.store.start();
    await test.log.put(aRequest({outcome: {state: 'failed', error: 'net::ERR_ABORTED', endedAt: 3000}}));
    await vi.waitFor(() => expect(test.store.list.get('r1')?.state).toBe('failed'));
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r1', 'r2']);
  });

  it('takes out what the log no longer has when it is asked', async () => {
    const log = createMemoryLog([aRequest(), aRequest({id: 'r2', startedAt: 2000})]);
    const test = createTestStore({inspect, dependencies: {log}});
    await test.store.start();
    await log.remove(['r2']);
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r1', 'r2']);
    test.emit({type: 'committed', ids: ['r1', 'r2']});
    await vi.waitFor(() => expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r1']));
    expect(test.store.list.get('r2')).toBeUndefined();
  });

  it('leaves the requests of other tabs out', async () => {
    const test = createTestStore({inspect, records: [aRequest({origin: {...origin, tabId: 8}})]});
    await test.store.start();
    await test.log.put(aRequest({id: 'r2', origin: {...origin, tabId: 8}}));
    await test.log.put(aRequest({id: 'r3'}));
    await vi.waitFor(() => expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r3']));
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
    test.store.navigated('https://shop.example.test/cart', 2000);
    await vi.waitFor(() => expect(test.store.list.get('r1')?.worker).toBe(true));
  });

  it('indents a replay below its source', async () => {
    const replay = aReplay('r1');
    const records = [
      aRequest(),
      aRequest({id: 'r2', startedAt: 2000}),
      aRequest({id: 'r3', startedAt: 3000, replay, origin: worker({initiator: null})}),
    ];
    const test = createTestStore({inspect, records});
    await test.store.start();
    expect(listRows(test)).toEqual(['app.example.test/signup', 'r1', ' r3', 'r2']);
  });

  it('lists what is in the log while nothing new is recorded: stored, imported, sent by ourselves', async () => {
    const test = createTestStore({inspect, records: [aRequest()]});
    const {settings} = test.store;
    settings.change((now) => ({...now, panel: {...now.panel, recording: false}}));
    await test.store.start();
    await test.log.put(aRequest({id: 'r2', startedAt: 2000, seenBy: ['import']}));
    await vi.waitFor(() => expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r1', 'r2']));
  });

  it('lists a pinned replay whose source is gone', async () => {
    const replay = aReplay('gone');
    const nowhere = worker({initiator: null});
    const records = [
      aRequest({id: 'by page', replay, origin: worker({})}),
      aRequest({id: 'pinned', replay, origin: nowhere, pinned: true}),
      aRequest({id: 'of another page', replay, origin: nowhere}),
    ];
    const test = createTestStore({inspect, records});
    await test.store.start();
    await vi.waitFor(() => expect(test.store.list.get('by page')).toBeDefined());
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['by page', 'pinned']);
  });

  it('keeps the pinned ones when the log is cleared', async () => {
    const test = createTestStore({inspect, records: [aRequest(), aRequest({id: 'r2', pinned: true})]});
    await test.store.start();
    test.store.selection.select({id: 'r1', event: null});
    await test.store.clear();
    expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r2']);
    expect(test.store.dropped.value).toBe(0);
    expect(test.store.selection.selected.value).toBeNull();
    expect(await test.log.get(['r1'])).toEqual([]);
  });

  it('reads large texts once the rows are there, and keeps what it found when the log is cleared', async () => {
    const inspectText = () => [anIssue({code: 'duplicate-key'})];
    const records = [aRequest({body: body('1')}), aRequest({id: 'r2', body: body('1'), pinned: true})];
    const test = createTestStore({inspect, inspectText, records});
    const countErrors = (id: string) => test.store.list.get(id)?.total.errors;
    await test.store.start();
    for (const id of ['r1', 'r2']) await vi.waitFor(() => expect(countErrors(id)).toBe(2));
    await test.store.clear();
    expect(['r1', 'r2'].map(countErrors)).toEqual([undefined, 2]);
  });

  it('lets go what the log dropped to keep its limits', async () => {
    const records = ['r1', 'r2', 'r3'].map((id, i) => aRequest({id, startedAt: i}));
    const test = createTestStore({inspect, records});
    await test.store.start();
    await test.log.remove(['r1', 'r3']);
    await vi.waitFor(() => expect(test.store.list.entries.value.map(({id}) => id)).toEqual(['r2']));
  });

  it('asks again for what could not be read, and tells it', async () => {
    const log = createMemoryLog([aRequest()]);
    let isBroken = false;
    const get: typeof log.get = (ids) => (isBroken ? Promise.reject(new Error('No disk.')) : log.get(ids));
    const test = createTestStore({inspect, dependencies: {log: {...log, get}}});
    await test.store.start();
    await log.put(aRequest({id: 'r2'}));
    isBroken = true;
    test.emit({type: 'committed', ids: ['r2']});
    await vi.waitFor(() => expect(test.store.notices.current.value?.text).toContain('No disk.'));
    isBroken = false;
    await vi.waitFor(() => expect(test.store.list.get('r2')).toBeDefined(), {timeout: 3_000});
  });

  it('shows the selected event in full, and follows its request as it completes', async () => {
    const test = createTestStore({inspect, records: [aRequest({body: body('2')})]});
    await test.store.start();
    test.store.selection.select({id: 'r1', event: 1});
    await vi.waitFor(() =>
      expect(test.store.detail.value).toMatchObject({state: 'ready', event: {name: 'event_1'}}),
    );
    const failed = aRequest({body: body('2'), outcome: {state: 'failed', error: 'x', endedAt: null}});
    await test.log.put(failed);
    await vi.waitFor(() =>
      expect(test.store.detail.value).toMatchObject({request: {outcome: {state: 'failed'}}}),
    );
  });

  it('keeps the shown request when the log drops it: its draft may be being edited', async () => {
    const test = createTestStore({inspect, records: [aRequest(), aRequest({id: 'r2'})]});
    await test.store.start();
    test.store.selection.select({id: 'r1', event: null});
    await vi.waitFor(() => expect(test.store.detail.value).toMatchObject({state: 'ready'}));
    await test.log.remove(['r1']);
    await vi.waitFor(() => expect(test.store.list.get('r1')).toBeUndefined());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(test.store.detail.value).toMatchObject({state: 'ready', request: {id: 'r1'}});
    test.store.selection.select({id: 'r2', event: null});
    await vi.waitFor(() => expect(test.store.detail.value).toMatchObject({request: {id: 'r2'}}));
    test.store.selection.select({id: 'r1', event: null});
    await vi.waitFor(() => expect(test.store.detail.value).toEqual({state: 'gone', id: 'r1'}));
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

  it('says why the browser could not ask for a permission', async () => {
    const permissions = {
      granted: async () => [],
      request: () => Promise.reject(new Error('No window can show it.')),
      subscribe: () => () => undefined,
    };
    const {store} = createTestStore({inspect, dependencies: {permissions}});
    await store.start();
    store.connection.allowAllSites();
    await vi.waitFor(() => expect(store.notices.current.value?.text).toContain('No window can show it.'));
  });

  it('offers to reload the page once capture was allowed for it', async () => {
    const reloadPage = vi.fn();
    const granted = ['https://api.app.thrivestack.ai/*'];
    const {store} = createTestStore({inspect, granted, records: [aRequest()], dependencies: {reloadPage}});
    await store.start();
    expect(store.notices.current.value).toBeNull();
    store.connection.allowSite();
    await vi.waitFor(() =>
      expect(store.notices.current.value?.text).toContain(
        'capture is on for https://app.example.test. Reload',
      ),
    );
    store.notices.current.value?.link?.follow();
    expect(reloadPage).toHaveBeenCalledTimes(1);
    expect(store.notices.current.value).toBeNull();
  });

  it.each([
    [
      'the permission is revoked',
      (test: TestStore) => test.emit({type: 'granted-origins', origins: []}),
      null,
    ],
    [
      'the permission is revoked, but no other message',
      (test: TestStore) => {
        test.store.notices.tell('Copied.');
        test.emit({type: 'granted-origins', origins: []});
      },
      'Copied.',
    ],
    [
      'another page is shown',
      ({store}: TestStore) =>
        ((store.pageUrl as Signal<string | null>).value = 'https://other.example.test/'),
      null,
    ],
  ])('takes the offer back when %s', async (_, act, left) => {
    const pageUrl = signal('https://app.example.test/signup');
    const granted = ['https://other.example.test/*'];
    const test = createTestStore({inspect, granted, records: [aRequest()], dependencies: {pageUrl}});
    await test.store.start();
    test.store.connection.allowSite();
    await vi.waitFor(() => expect(test.store.notices.current.value?.text).toContain('Reload'));
    act(test);
    expect(test.store.notices.current.value?.text ?? null).toBe(left);
  });

  it('offers no reload where another page is shown, which is allowed', async () => {
    const pageUrl = signal('https://app.example.test/signup');
    const granted = ['https://other.example.test/*'];
    const {store} = createTestStore({inspect, granted, dependencies: {pageUrl}});
    await store.start();
    expect(store.connection.connection.value.state).toBe('not-permitted');
    pageUrl.value = 'https://other.example.test/';
    await vi.waitFor(() => expect(store.connection.connection.value.state).toBe('live'));
    expect(store.notices.current.value).toBeNull();
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
      granted: () => Promise.reject(new ExtensionUpdatedError('The extension was updated.')),
      request: () => Promise.resolve(),
      subscribe: () => () => undefined,
    };
    const test = createTestStore({inspect, dependencies: {permissions}});
    await test.store.start();
    expect(test.store.connection.connection.value).toEqual({state: 'updated'});
  });

  it('says that the extension does not answer, until it does', async () => {
    let answers = false;
    const permissions = {
      granted: async () => {
        if (!answers) throw new Error('Could not establish connection.');
        return ['*://*/*'];
      },
      request: () => Promise.resolve(),
      subscribe: () => () => undefined,
    };
    const test = createTestStore({inspect, dependencies: {permissions}});
    await test.store.start();
    const {connection} = test.store;
    expect(connection.connection.value).toEqual({
      state: 'no-answer',
      message: 'Could not establish connection.',
    });
    answers = true;
    await connection.refresh();
    expect(connection.connection.value).toEqual({state: 'live'});
  });

  it('shows storage error, and counts what was dropped', async () => {
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

  it('shows storage error no more once the log was cleared, until it is reported again', async () => {
    const test = createTestStore({inspect});
    await test.store.start();
    const trouble = {type: 'storage-trouble', message: 'The memory is full.'} as const;
    test.emit(trouble);
    await test.store.clear();
    expect(test.store.connection.connection.value.state).not.toBe('storage-trouble');
    test.emit(trouble);
    expect(test.store.connection.connection.value.state).toBe('storage-trouble');
  });

  it('tells, opened again, how many were dropped before', async () => {
    const measure = async (tabId: number) => ({count: 0, bytes: 0, dropped: tabId === 7 ? 12 : 0});
    const log = {...createMemoryLog(), measure};
    const test = createTestStore({inspect, dependencies: {log}});
    await test.store.start();
    expect(test.store.dropped.value).toBe(12);
  });

  it('folds former visits at a navigation when the log is not to be preserved', async () => {
    const test = createTestStore({inspect, records: [aRequest()]});
    await test.store.start();
    const {settings} = test.store;
    settings.change((now) => ({...now, panel: {...now.panel, preserveLog: false}}));
    test.store.navigated('https://app.example.test/next', 2000);
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
