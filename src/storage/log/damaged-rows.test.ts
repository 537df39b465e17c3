import 'fake-indexeddb/auto';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../domain/capture/captured-request';
import {buildCaptured} from '../../domain/replay/build-captured';
import {purgeSessions} from '../purge-sessions';
import {openCaptureDatabase, type RequestRow} from './capture-database';
import {openCaptureLog} from './open-capture-log';
import {openLogReader} from './open-log-reader';
import {readSecretsInUse} from './read-secrets-in-use';

const TAB = 7;
const inTab = {origin: {...buildCaptured().origin, tabId: TAB}};
/** The order of two logs that write within a millisecond is unknown, so each log opened has a later time. */
let clock = 1_000_000;
const open = (name: string, maxRequests = 100) => {
  clock += 1_000;
  const limits = () => ({maxRequests, maxBytes: 100_000_000});
  return openCaptureLog({name, session: 'one', limits, now: () => clock});
};

/** A row after a crash or a disk fault; its keys in the index are complete. */
const damages: Record<string, (row: RequestRow) => object> = {
  'without its request': ({request, ...row}) => row,
  'with an empty request': (row) => ({...row, request: {}}),
  'with a request that is a text': (row) => ({...row, request: 'x'}),
  'without its ids': ({requestIds, ...row}) => row,
  'without an outcome': (row) => ({...row, request: {...row.request, outcome: null}}),
  'without a body': (row) => ({...row, request: {...row.request, body: undefined}}),
  'without headers': (row) => ({...row, request: {...row.request, headers: null}}),
  'without an origin': (row) => ({...row, request: {...row.request, origin: undefined}}),
  'without a count of its bytes': ({bodyBytes, answerBytes, ...row}) => row,
  'without anything': ({id, tab, startedAt, arrivedAt}) => ({id, tab, startedAt, arrivedAt}),
};

async function fillLog(name: string, damage: (row: RequestRow) => object): Promise<void> {
  const log = await open(name);
  for (const id of ['before', 'damaged', 'pinned', 'after'])
    await log.put(buildCaptured({id, ...inTab, body: `[{"event_name":"${id}"}]`, pinned: id === 'pinned'}));
  log.close();
  const db = await openCaptureDatabase(name);
  const row = await db.get('requests', 'damaged');
  if (row === undefined) throw new Error('The row is not there.');
  await db.put('requests', damage(row) as RequestRow);
  db.close();
}

async function listIds(name: string): Promise<{ids: string[]; damaged: string[]}> {
  const ids: string[] = [];
  const damaged: string[] = [];
  const reader = openLogReader({name, onDamaged: (id) => damaged.push(id)});
  for await (const page of reader.list(TAB)) ids.push(...page.map(({id}) => id));
  for (const {id} of await reader.get(['damaged', 'after'])) ids.push(`got ${id}`);
  return {ids, damaged};
}

describe.each(Object.entries(damages))('a row %s', (what, damage) => {
  it('costs itself only where the log is read', async () => {
    await fillLog(`read ${what}`, damage);
    expect(await listIds(`read ${what}`)).toEqual({
      ids: ['after', 'before', 'pinned', 'got after'],
      damaged: ['damaged'],
    });
    expect(await readSecretsInUse(`read ${what}`)).toEqual(new Set());
  });

  it('keeps nothing else from being captured, and Clear takes it along', async () => {
    const name = `clear ${what}`;
    await fillLog(name, damage);
    const log = await open(name);
    const {url, method, startedAt} = buildCaptured();
    const seen = {requestId: '9', at: startedAt ?? 0, url, method, origin: inTab.origin};
    const body: CapturedRequest['body'] = {kind: 'none'};
    await log.observe({source: 'web-request', phase: 'before-request', ...seen, body});
    expect((await listIds(name)).ids).toHaveLength(5);
    await log.clear(TAB);
    expect(await listIds(name)).toEqual({ids: ['pinned'], damaged: []});
    await log.forgetTab(TAB);
    expect(await log.outstandingReplays()).toEqual([]);
    log.close();
  });

  it('is dropped like any other when the log is full', async () => {
    const name = `full ${what}`;
    await fillLog(name, damage);
    const log = await open(name, 3);
    await log.put(buildCaptured({id: 'newest', ...inTab}));
    log.close();
    expect(await listIds(name)).toEqual({ids: ['after', 'newest', 'pinned', 'got after'], damaged: []});
  });

  it('goes with the purge, which takes all the others', async () => {
    const name = `purge ${what}`;
    await fillLog(name, damage);
    await purgeSessions({name, session: 'two'});
    const db = await openCaptureDatabase(name);
    expect(await db.getAllKeys('requests')).toEqual(['pinned']);
    db.close();
  });
});

describe('bytes that the browser cannot read', () => {
  afterEach(() => vi.restoreAllMocks());

  /** As if a file of the database were missing. */
  function breakBody(id: string): void {
    const {get} = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name !== 'bodies' || key !== id) return get.call(this, key);
      throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    });
  }

  it('cost the body of their request, which is listed', async () => {
    await fillLog('bytes', (row) => row);
    breakBody('damaged');
    const damaged: string[] = [];
    const found = await openLogReader({name: 'bytes', onDamaged: (id) => damaged.push(id)}).get([
      'before',
      'damaged',
      'after',
    ]);
    expect(found.map(({id, body}) => `${id} ${body.kind}`)).toEqual([
      'before bytes',
      'damaged missing',
      'after bytes',
    ]);
    expect(damaged).toEqual(['damaged']);
  });

  it('cost a pinned request at the purge, and no other', async () => {
    await fillLog('purged bytes', (row) => ({...row, request: {...row.request, pinned: true}}));
    breakBody('damaged');
    await purgeSessions({name: 'purged bytes', session: 'two'});
    const db = await openCaptureDatabase('purged bytes');
    expect(await db.getAllKeys('requests')).toEqual(['pinned']);
    db.close();
  });
});
