import 'fake-indexeddb/auto';
import {openDB} from 'idb';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {buildHar, buildHook, buildPhase, bytesOf} from '../../domain/capture/build-observation';
import type {CapturedRequest} from '../../domain/capture/captured-request';
import {mergeObservation} from '../../domain/capture/merge/merge-observations';
import type {HarObservation, Observation} from '../../domain/capture/observation';
import {purgeSessions} from '../purge-sessions';
import type {CaptureLogEvent, ReplayLog} from './capture-log';
import {openCaptureLog} from './open-capture-log';
import type {CaptureLogOptions} from './open-log-base';
import {bytesOfRequest, toParts} from './request-rows';

const headers = {state: 'known', list: []} as const;
const before = buildPhase({phase: 'before-request', body: bytesOf('[1]')});
const completed = buildPhase({phase: 'completed', status: 200, statusText: 'OK', headers, at: 1_050});

let name = '';
let count = 0;
let now = 0;
let events: CaptureLogEvent[] = [];
let limits = {maxRequests: 100, maxBytes: 1_000_000};
const open: ReplayLog[] = [];

beforeEach(() => {
  count += 1;
  now = 0;
  name = `log-${count}`;
  events = [];
  limits = {maxRequests: 100, maxBytes: 1_000_000};
});
afterEach(() => {
  for (const log of open.splice(0)) log.close();
});

async function openLog(options: Partial<CaptureLogOptions> = {}): Promise<ReplayLog> {
  const log = await openCaptureLog({
    name,
    session: 'session-1',
    limits: () => limits,
    onEvent: (event) => events.push(event),
    now: () => now,
    ...options,
  });
  open.push(log);
  return log;
}

function idsRemoved(): string[] {
  return events.flatMap((event) => (event.type === 'removed' ? event.ids : []));
}

async function listAll(log: ReplayLog, tabId = 3): Promise<CapturedRequest[]> {
  const all: CapturedRequest[] = [];
  for await (const page of log.list(tabId)) all.push(...page);
  return all;
}

function started(index: number, parts: {text?: string; tabId?: number | null} = {}) {
  const {text = `[${index}]`, tabId = 3} = parts;
  const origin = {tabId};
  return buildPhase({
    phase: 'before-request',
    requestId: `r${index}`,
    at: 1_000 + index,
    body: bytesOf(text),
    origin,
  });
}

describe('observing', () => {
  it('keeps one record of a request through its phases, bytes and all', async () => {
    const log = await openLog();
    const [id] = await log.observe(before);
    expect(await log.observe(completed)).toEqual([id]);
    expect(await listAll(log)).toMatchObject([{id, body: bytesOf('[1]'), outcome: {status: 200}}]);
  });

  it('finds the record after the context that began it was stopped', async () => {
    await (await openLog()).observe(before);
    const second = await openLog();
    await second.observe(completed);
    expect(await listAll(second)).toMatchObject([{body: bytesOf('[1]'), outcome: {status: 200}}]);
  });

  it.each([
    ['before', true],
    ['after', false],
  ])('joins DevTools’ record, %s it, to the end of a request whose start was lost', async (_, isFirst) => {
    const log = await openLog();
    const end = {...completed, at: 9_050};
    const views = [buildHar({endedAt: 9_052}), end];
    for (const view of isFirst ? views : views.toReversed()) await log.observe(view);
    expect(await listAll(log)).toMatchObject([
      {startedAt: 1_003, body: bytesOf('[1]'), outcome: {status: 200}},
    ]);
  });

  it('knows after a stop who told of the answer: webRequest’s counts, what DevTools called one may be cut off', async () => {
    const failed = buildPhase({phase: 'failed', error: 'net::ERR_FAILED', at: 1_060});
    const first = await openLog();
    await first.observe(before);
    await first.observe(completed);
    const second = await openLog();
    await second.observe(failed);
    expect(await listAll(second)).toMatchObject([{outcome: {state: 'answered', status: 200}}]);

    await second.observe({...before, requestId: 'cut', at: 9_000});
    await second.observe(buildHar({startedAt: 9_000, endedAt: 9_050}));
    const third = await openLog();
    await third.observe({...failed, requestId: 'cut', at: 9_060});
    expect((await listAll(third))[1]).toMatchObject({outcome: {state: 'failed', error: 'net::ERR_FAILED'}});
  });

  it('joins an end whose start was lost to the request that only DevTools told of', async () => {
    const log = await openLog();
    const [id] = await log.observe(buildHar({startedAt: 1_000, endedAt: 1_052}));
    expect(await log.observe(completed)).toEqual([id]);
    expect(await listAll(log)).toMatchObject([
      {id, body: bytesOf('[1]'), seenBy: ['har', 'web-request'], outcome: {status: 200}},
    ]);
    const [other] = await log.observe({...completed, requestId: 'another', at: 1_051});
    expect(other, 'which has an end of its own then').not.toBe(id);
  });

  it('never loses one of two contexts’ observations of a request', async () => {
    const [background, devtools] = [await openLog(), await openLog()];
    await background.observe(before);
    await Promise.all([background.observe(completed), devtools.observe(buildHar())]);
    expect(await listAll(background)).toMatchObject([
      {
        seenBy: ['web-request', 'har'],
        outcome: {status: 200, body: {kind: 'text', text: '{"success":true}'}},
      },
    ]);
  });

  it('gives each of fifty identical requests in flight one of fifty answers', async () => {
    const log = await openLog();
    const fifty = Array.from({length: 50}, (_, index) => index);
    await Promise.all(fifty.map((index) => log.observe(started(index, {text: '[1]'}))));
    await Promise.all(
      fifty
        .toReversed()
        .map((index) => log.observe(buildHar({startedAt: 1_000.2 + index, text: `answer ${index}`}))),
    );
    const answers = (await listAll(log)).map(({outcome}) => outcome);
    expect(answers).toMatchObject(fifty.map((index) => ({body: {text: `answer ${index}`}})));
  });

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 0, 2]]])(
    'gives each of identical requests its own answer if DevTools is quicker than webRequest, in the order %j',
    async (order) => {
      const [background, devtools] = [await openLog(), await openLog()];
      for (const index of [0, 1, 2]) await background.observe(started(index, {text: '[1]'}));
      const endOf = (index: number) => 1_100 + 20 * order.indexOf(index);
      const told: Promise<unknown>[] = [];
      for (const index of order) {
        const [startedAt, endedAt] = [999.5 + index / 2, endOf(index) + 2];
        told.push(devtools.observe(buildHar({startedAt, endedAt, text: `answer ${index}`})));
        await new Promise((resolve) => setTimeout(resolve, 20));
        told.push(background.observe({...completed, requestId: `r${index}`, at: endOf(index)}));
      }
      await Promise.all(told);
      const answers = (await listAll(background)).map(({outcome}) => outcome);
      expect(answers).toMatchObject([0, 1, 2].map((index) => ({body: {text: `answer ${index}`}})));
    },
  );

  it('lists nothing that waited for webRequest and was cleared meanwhile', async () => {
    const log = await openLog();
    for (const index of [0, 1]) await log.observe(started(index, {text: '[1]'}));
    const told = log.observe(buildHar());
    now = 2_000;
    await log.clear(3);
    expect(await told).toEqual([]);
    expect(await listAll(log)).toEqual([]);
  });

  it('reads no other record for a start, however many of the same address and bytes there are', async () => {
    const log = await openLog();
    for (let index = 0; index < 20; index += 1) await log.observe(started(index, {text: '[]'}));
    const reading = vi.spyOn(IDBIndex.prototype, 'getAll');
    await log.observe(started(20, {text: '[]'}));
    const found = reading.mock.results.map(({value}) => (value as IDBRequest<unknown[]>).result.length);
    reading.mockRestore();
    expect(found.length).toBeGreaterThan(0);
    expect(Math.max(...found)).toBe(0);
  });

  it('tells of a record when it can be read, and not before', async () => {
    const found: Promise<CapturedRequest[]>[] = [];
    const log = await openLog({
      onEvent(event) {
        if (event.type === 'committed') found.push(log.get(event.ids));
      },
    });
    const ids = await Promise.all([before, completed, started(2), started(3)].map(log.observe));
    expect(new Set((await Promise.all(found)).flat().map(({id}) => id))).toEqual(new Set(ids.flat()));
  });

  it('takes in nothing new of the page while it does not record, but further words on what is known', async () => {
    let recording = true;
    const log = await openLog({recording: () => recording});
    const [id] = await log.observe(before);
    recording = false;
    const unheard = started(5);
    expect(await log.observe(completed)).toEqual([id]);
    expect(await log.observe(unheard)).toEqual([]);
    expect(await log.observe(buildHar({url: 'https://other.example.test/api/track'}))).toEqual([]);
    recording = true;
    expect(await log.observe({...completed, requestId: unheard.requestId}), 'its end').toEqual([]);
    expect(await listAll(log)).toMatchObject([{id, outcome: {status: 200}}]);
  });

  it.each<[string, number, number]>([
    ['before, and ended before', 1_000, 1],
    ['before, and ended while it did not record', 1_950, 1],
    ['while it did not record', 2_100, 0],
    ['while it did not record, and ended later', 2_950, 0],
    ['later', 3_000, 1],
  ])('lists what DevTools alone reports if it was sent %s', async (_, startedAt, expected) => {
    const log = await openLog({recording: (at) => at < 2_000 || at >= 3_000});
    await log.observe(buildHar({startedAt, endedAt: startedAt + 100}));
    await log.observe(buildHook({at: startedAt, url: 'https://other.example.test/api/track'}));
    expect(await listAll(log)).toHaveLength(2 * expected);
  });

  it('leaves no row of an own replay that was cleared away', async () => {
    const log = await openLog();
    expect(await log.observe({...before, mark: {marker: 'gone', own: true}})).toEqual([]);
    expect(await listAll(log)).toEqual([]);
  });

  it.each([
    ['DevTools', ['har', 'start', 'end', 'hook']],
    ['the page hook', ['hook', 'start', 'har', 'end']],
    ['webRequest', ['start', 'har', 'hook', 'end']],
    ['webRequest, of its end,', ['end', 'har', 'hook']],
    ['DevTools, and webRequest of its end only,', ['har', 'end', 'hook']],
  ] as const)(
    'keeps one record of a request in which a page wrote the marker of a replay: %s first',
    async (_, order) => {
      const log = await openLog();
      const [sourceId = ''] = await log.observe({...before, requestId: 'source', at: -90_000});
      const [source] = await log.get([sourceId]);
      if (source === undefined) throw new Error('The log holds no request.');
      const replay = {...queuedReplay(sourceId), claimed: true};
      await log.put({...source, id: 'replay-1', outcome: {state: 'pending'}, replay});
      const url = `${before.url}#track-inspector-replay=marker`;
      const mark = {marker: 'marker', own: false};
      const words = {
        start: {...before, url, mark},
        end: {...completed, url, mark},
        har: buildHar({url}),
        hook: buildHook({url}),
      };
      const ids: string[] = [];
      for (const word of order) ids.push(...(await log.observe(words[word])));
      expect(new Set(ids).size).toBe(1);
      expect(ids).not.toContain('replay-1');
    },
  );

  it('writes what arrives meanwhile in one go', async () => {
    const log = await openLog();
    await Promise.all([1, 2, 3, 4].map((index) => log.observe(started(index))));
    expect(events.filter(({type}) => type === 'committed').length).toBeLessThan(3);
  });

  it('says of which tab they are', async () => {
    const log = await openLog();
    const tabs = [7, 8, null, 8];
    const ids = await Promise.all(
      tabs.map((tabId, index) => log.observe({...started(index), origin: {...started(index).origin, tabId}})),
    );
    const told = new Map<unknown, string[]>();
    for (const event of events) {
      if (event.type !== 'committed') continue;
      told.set(event.tabId, [...(told.get(event.tabId) ?? []), ...event.ids]);
    }
    expect(told).toEqual(
      new Map([
        [7, ids[0]],
        [8, [...(ids[1] ?? []), ...(ids[3] ?? [])]],
        [null, ids[2]],
      ]),
    );
  });

  it('writes a new request at once, and further phases with the next one', async () => {
    const log = await openLog({writeInterval: 60_000});
    await log.observe(before);
    const phases = [buildPhase({phase: 'headers-sent', headers}), completed].map((phase) =>
      log.observe(phase),
    );
    events = [];
    await log.observe(started(1));
    expect(events.map(({type}) => type)).toEqual(['committed']);
    await Promise.all(phases);
    expect(await listAll(log)).toMatchObject([{outcome: {status: 200}}, {outcome: {state: 'pending'}}]);
  });

  it('writes further phases after the interval when nothing else comes', async () => {
    const log = await openLog({writeInterval: 30});
    const [id] = await log.observe(before);
    expect(await log.observe(completed)).toEqual([id]);
  });

  it('changes a record after all that was observed of it before', async () => {
    const log = await openLog({writeInterval: 1_000});
    const [id = ''] = await log.observe(before);
    const observed = log.observe(completed);
    const changed = await log.update(id, (request) => ({...request, pinned: true}));
    expect(changed).toMatchObject({pinned: true, outcome: {status: 200}});
    await observed;
  });
});

describe('listing', () => {
  it('lists what was sent in one millisecond in the order in which it was observed', async () => {
    const log = await openLog();
    const sent = Array.from({length: 20}, (_, index) => ({...started(index), at: 1_000}));
    for (const observation of sent) await log.observe(observation);
    const bodies = (await listAll(log)).map(
      ({body}) => body.kind === 'bytes' && new TextDecoder().decode(body.bytes),
    );
    expect(bodies).toEqual(sent.map((_, index) => `[${index}]`));
  });

  it('lists a tab and what has no tab in the order of time, over page borders and equal times', async () => {
    const log = await openLog();
    limits = {maxRequests: 1_000, maxBytes: 1_000_000};
    const many = Array.from({length: 250}, (_, index) => index);
    await Promise.all(
      many.map((index) => {
        const observation = started(index, {tabId: index % 3 === 0 ? null : 3});
        return log.observe({...observation, at: 1_000 + Math.floor(index / 120)});
      }),
    );
    await log.observe(started(999, {tabId: 4}));
    const all = await listAll(log);
    expect(new Set(all.map(({id}) => id)).size).toBe(250);
    expect(all.map(({startedAt}) => startedAt)).toEqual(all.map(({startedAt}) => startedAt).toSorted());
  });

  it('gets those that are there', async () => {
    const log = await openLog();
    const [id = ''] = await log.observe(before);
    expect(await log.get(['no-such-id', id])).toMatchObject([{id, body: bytesOf('[1]')}]);
  });
});

describe('changing', () => {
  it('lets one claim a replay and refuses the second', async () => {
    const log = await openLog();
    await log.observe(before);
    const [source] = await listAll(log);
    if (!source) throw new Error('It was just observed.');
    const replay = {
      ...source,
      id: 'replay-1',
      outcome: {state: 'queued' as const},
      replay: queuedReplay(source.id),
    };
    await log.put(replay);
    const claim = (request: CapturedRequest): CapturedRequest | null =>
      request.replay?.claimed ? null : {...request, replay: {...queuedReplay(source.id), claimed: true}};
    const claims = await Promise.all([log.update('replay-1', claim), log.update('replay-1', claim)]);
    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
    expect(await log.outstandingReplays()).toMatchObject([{id: 'replay-1'}]);
  });

  it('keeps what joins a record to later observations', async () => {
    const log = await openLog();
    const [id = ''] = await log.observe(before);
    await log.update(id, (request) => ({...request, pinned: true}));
    await log.observe(completed);
    expect(await log.get([id])).toMatchObject([{pinned: true, body: bytesOf('[1]'), outcome: {status: 200}}]);
  });

  it('says null of a record that is gone', async () => {
    expect(await (await openLog()).update('no-such-id', (request) => request)).toBeNull();
  });
});

describe('limits', () => {
  it('drops the oldest unpinned ones and counts them', async () => {
    const log = await openLog();
    limits = {maxRequests: 3, maxBytes: 1_000_000};
    const [first = ''] = await log.observe(started(0));
    await log.update(first, (request) => ({...request, pinned: true}));
    const rest: string[] = [];
    for (const index of [1, 2, 3, 4]) rest.push(...(await log.observe(started(index))));
    expect(idsRemoved()).toEqual(rest.slice(0, 2));
    expect((await listAll(log)).map(({body}) => body)).toEqual([
      bytesOf('[0]'),
      bytesOf('[3]'),
      bytesOf('[4]'),
    ]);
    expect(events.filter(({type}) => type === 'dropped').at(-1)).toEqual({
      type: 'dropped',
      tabId: 3,
      count: 2,
    });
    const bytes = (await listAll(log)).reduce((sum, request) => sum + bytesOfRequest(request), 0);
    expect(await (await openLog()).measure(3)).toMatchObject({count: 3, bytes, dropped: 2});
    expect(await log.measure(4)).toEqual({count: 0, bytes: 0, dropped: 0});
  });

  it('drops what came first, whatever time it claims, and says which', async () => {
    const log = await openLog();
    limits = {maxRequests: 2, maxBytes: 1_000_000};
    const ids: string[] = [];
    for (const at of [8e15, 3_000, 2_000, 1_000]) {
      now += 1;
      ids.push(...(await log.observe(buildHar({startedAt: at, url: `https://api.example.test/${at}`}))));
    }
    expect((await listAll(log)).map(({startedAt}) => startedAt)).toEqual([1_000, 2_000]);
    expect(idsRemoved()).toEqual(ids.slice(0, 2));
  });

  it.each([
    ['number', {maxRequests: 3, maxBytes: 1_000_000}],
    ['size', {maxRequests: 100, maxBytes: 3_000}],
  ])('takes no late phase of what was dropped for its %s for a new request', async (_, few) => {
    const log = await openLog();
    limits = few;
    const indexes = [0, 1, 2, 3, 4, 5, 6];
    for (const index of indexes) await log.observe(started(index, {text: '1'}));
    for (const index of indexes) await log.observe({...completed, requestId: `r${index}`});
    const kept = await listAll(log);
    expect(kept).toMatchObject(kept.map(() => ({body: bytesOf('1'), outcome: {status: 200}})));
    expect(kept.map(({startedAt}) => startedAt)).toEqual(
      indexes.slice(-kept.length).map((index) => 1_000 + index),
    );
    expect((await log.measure(3)).dropped).toBe(indexes.length - kept.length);
  });

  it.each([
    ['in their order', [0, 1, 2, 3, 4, 5, 6], false],
    ['in reverse', [6, 5, 4, 3, 2, 1, 0], false],
    ['in their order, before webRequest reports the end', [0, 1, 2, 3, 4, 5, 6], true],
    ['in reverse, before webRequest reports the end', [6, 5, 4, 3, 2, 1, 0], true],
  ])('brings nothing back that was dropped under way and DevTools reports %s', async (_, order, isFirst) => {
    const log = await openLog();
    limits = {maxRequests: 3, maxBytes: 1_000_000};
    const indexes = order.toSorted();
    for (const index of indexes) await log.observe(started(index, {text: '1'}));
    const ends = indexes.map((index) => ({...completed, requestId: `r${index}`, at: 1_100 + index}));
    const views = order.map((index) =>
      buildHar({
        startedAt: 1_000 + index,
        endedAt: 1_100 + index,
        body: bytesOf('1'),
        text: `answer ${index}`,
      }),
    );
    for (const one of isFirst ? [...views, ...ends] : [...ends, ...views]) await log.observe(one);
    expect((await listAll(log)).map(({outcome}) => outcome)).toMatchObject(
      [4, 5, 6].map((index) => ({status: 200, body: {text: `answer ${index}`}})),
    );
    expect((await log.measure(3)).dropped).toBe(4);
  });

  const underWay = [
    ['webRequest', started(0, {text: '1'})],
    ['the page', buildHook({at: 1_000, body: bytesOf('1')})],
  ] as const;
  const ways = [
    ['cleared', (log: ReplayLog) => log.clear(3)],
    ['removed', async (log: ReplayLog) => log.remove((await listAll(log)).map(({id}) => id))],
    ['dropped', (log: ReplayLog) => log.observe(buildHar({url: 'https://api.example.test/2'}))],
  ] as const;
  it.each(underWay.flatMap(([by, first]) => ways.map(([way, remove]) => [by, way, first, remove] as const)))(
    'lists what DevTools alone reports though %s reported the same, which was %s before',
    async (...row) => {
      const [, , first, remove] = row;
      const log = await openLog();
      limits = {maxRequests: 1, maxBytes: 1_000_000};
      await log.observe(first);
      now = 1_050;
      await remove(log);
      const late = {startedAt: 1_000, endedAt: 1_080, body: bytesOf('1')};
      const next = {startedAt: 1_300, endedAt: 1_340, body: bytesOf('1')};
      expect(await log.observe(buildHar(next))).toHaveLength(1);
      now = 1_400;
      expect(await log.observe(buildHar(late))).toEqual([]);
      expect(await listAll(log)).toMatchObject([{startedAt: 1_300}]);
    },
  );

  it('drops what DevTools alone reports late only if it is the oldest in the log', async () => {
    const log = await openLog();
    limits = {maxRequests: 3, maxBytes: 1_000_000};
    for (const index of [1, 2, 3, 4]) {
      await log.observe(buildHar({startedAt: 1_000 + index, body: bytesOf(`[${index}]`)}));
    }
    await log.observe(buildHar({startedAt: 1_000, endedAt: 9_000, body: bytesOf('[0]')}));
    expect((await listAll(log)).map(({body}) => body)).toEqual(
      [0, 3, 4].map((index) => bytesOf(`[${index}]`)),
    );
    expect((await log.measure(3)).dropped).toBe(2);
  });

  it('tells of what is dropped for what was put there', async () => {
    const log = await openLog();
    limits = {maxRequests: 2, maxBytes: 1_000_000};
    const [first = ''] = await log.observe(started(0));
    const [request] = await log.get([first]);
    if (!request) throw new Error('There is no request.');
    for (const id of ['a', 'b']) await log.put({...request, id});
    expect(idsRemoved()).toEqual([first]);
    expect(events).toContainEqual({type: 'dropped', tabId: 3, count: 1});
    const grown = {kind: 'bytes', bytes: new Uint8Array(999_000)} as const;
    await log.update('b', (stored) => ({...stored, body: grown}));
    expect(events.slice(-3)).toEqual([
      {type: 'committed', ids: ['b'], tabId: 3},
      {type: 'removed', ids: ['a']},
      {type: 'dropped', tabId: 3, count: 2},
    ]);
  });

  it('drops of the largest tab while all together are over four times the limits', async () => {
    const log = await openLog();
    limits = {maxRequests: 10, maxBytes: 1_000_000};
    for (let tabId = 1; tabId <= 4; tabId += 1) {
      for (let index = 0; index < 10; index += 1) {
        const text = tabId === 2 ? 'a larger body' : '[]';
        await log.observe(started(tabId * 100 + index, {tabId, text}));
      }
    }
    await log.observe(started(1, {tabId: 5}));
    const counts = await Promise.all([1, 2, 3, 4, 5].map(async (tab) => (await listAll(log, tab)).length));
    expect(counts).toEqual([10, 9, 10, 10, 1]);
    expect(events.at(-1)).toEqual({type: 'dropped', tabId: 2, count: 1});
  });

  it('counts bytes, answers too, and leaves other tabs alone', async () => {
    const log = await openLog();
    limits = {maxRequests: 100, maxBytes: 19_000};
    await log.observe(started(7, {tabId: 4}));
    await log.observe(started(0, {text: 'x'.repeat(9_000)}));
    await log.observe(started(1, {text: 'y'.repeat(9_000)}));
    expect(await listAll(log)).toHaveLength(1);
    expect(await listAll(log, 4)).toHaveLength(1);
  });

  it('stores the request without its body when the disk is full, and says so', async () => {
    const log = await openLog();
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (this.name === 'bodies') throw new DOMException('No room.', 'QuotaExceededError');
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    };
    try {
      await log.observe(before);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await listAll(log)).toMatchObject([{body: {kind: 'missing', reason: 'not-stored', size: 3}}]);
    expect(events).toContainEqual({
      type: 'storage-trouble',
      message: expect.stringContaining('without their bodies'),
    });
    await log.observe(started(2));
    expect(events.at(-1)).toEqual({type: 'storage-trouble', message: null});
  });

  it('tells of no record where the disk takes nothing at all', async () => {
    const log = await openLog();
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
    try {
      await expect(log.observe(before)).rejects.toThrow('No room.');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(events).toEqual([{type: 'storage-trouble', message: expect.stringContaining('are missing here')}]);
  });
});

describe('what costs no other tab', () => {
  it('writes another tab’s request soon, however many a page sends', async () => {
    const log = await openLog();
    const written: string[] = [];
    const flood = Array.from({length: 3_000}, (_, index) =>
      log.observe(started(index, {tabId: 9})).then(() => written.push('flood')),
    );
    const other = log.observe(started(5_000, {tabId: 3})).then(() => written.push('other'));
    await Promise.all([...flood, other]);
    expect(written).toHaveLength(3_001);
    expect(written.indexOf('other')).toBeLessThan(400);
  });

  it('reads what it remembers of a tab once per write, not for each request', async () => {
    const log = await openLog();
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    await Promise.all(Array.from({length: 600}, (_, index) => log.observe(started(index))));
    const reads = get.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'tabs').length;
    get.mockRestore();
    expect(reads).toBeLessThan(60);
    expect((await log.measure(3)).dropped).toBe(500);
  });

  it('reads few records for each of the requests that a worker repeats for a minute', async () => {
    limits = {...limits, maxRequests: 1_000};
    const log = await openLog();
    const {getAll} = IDBIndex.prototype;
    const reads: IDBRequest<unknown[]>[] = [];
    vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(function (this: IDBIndex, ...query) {
      const read = getAll.apply(this, query);
      reads.push(read);
      return read;
    });
    for (let index = 0; index < 200; index += 20) {
      const sent = Array.from({length: 20}, (_, at) => started(index + at, {text: '[1]', tabId: null}));
      await Promise.all(
        sent.map((one) => log.observe({...one, at: 1_000 + 250 * Number(one.requestId.slice(1))})),
      );
    }
    vi.restoreAllMocks();
    expect(await listAll(log, 9)).toHaveLength(200);
    expect(Math.max(...reads.map(({result}) => result.length))).toBeLessThan(100);
  });

  it('keeps the page’s side of a request before its service worker’s', async () => {
    const log = await openLog();
    const flood = Array.from({length: 900}, (_, index) => log.observe(started(index, {tabId: 9})));
    const page = log.observe({...started(1_000, {tabId: 9}), url: 'https://api.example.test/api/track?sw'});
    const worker = log.observe({
      ...started(1_001, {tabId: null, text: '[1000]'}),
      url: 'https://api.example.test/api/track?sw',
    });
    await Promise.all(flood);
    expect(await worker).toEqual(await page);
  });

  const ofWorker = {origin: {...before.origin, tabId: null, frameId: null}};
  const pageView = {viaServiceWorker: true, startedAt: 1_000, endedAt: 30_000};
  const slowWorkers: [string, Observation[], HarObservation][] = [
    [
      'in Firefox',
      [before, {...before, ...ofWorker, requestId: 'w', at: 9_000}],
      buildHar({...pageView, startedAt: 30_000, isStartUnknown: true}),
    ],
    [
      'that sends nothing, in Firefox',
      [before],
      buildHar({...pageView, startedAt: 30_000, isStartUnknown: true}),
    ],
    ['in Chromium by DevTools only', [buildHar({startedAt: 9_000, endedAt: 20_000})], buildHar(pageView)],
  ];
  it.each([
    ...slowWorkers,
    ['in Chromium', [{...before, ...ofWorker, at: 9_000}], buildHar(pageView)] as const,
  ])('joins the page’s view of a slow service worker %s', async (_, sent, view) => {
    const log = await openLog();
    const ids = await Promise.all([...sent, view].map((one) => log.observe(one)));
    expect(new Set(ids.flat()).size).toBe(1);
    expect(await listAll(log)).toHaveLength(1);
  });

  it.each(slowWorkers)(
    'knows the view of a cleared page from a slow service worker %s',
    async (_, sent, view) => {
      const log = await openLog();
      now = 25_000;
      for (const one of sent) await log.observe(one);
      await log.clear(3);
      expect(await log.observe(view)).toEqual([]);
      expect(await listAll(log)).toEqual([]);
    },
  );

  it('loses none but the one that cannot be stored', async () => {
    const log = await openLog();
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (JSON.stringify(value).includes('unstorable')) throw new DOMException('Not a key.', 'DataError');
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    };
    try {
      const results = await Promise.allSettled([
        log.observe(started(1)),
        log.observe({...started(2), method: 'unstorable'}),
        log.observe(started(3)),
      ]);
      expect(results.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await listAll(log)).toHaveLength(2);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])('stores a request that began at %s', async (at) => {
    const log = await openLog();
    await log.observe(buildHar({startedAt: at}));
    await log.observe(started(7));
    expect(await listAll(log)).toHaveLength(2);
  });
});

describe('a database of version 1', () => {
  it('keeps its rows, which are dropped in the order of their time before all that came later', async () => {
    const old = await openDB(name, 1, {
      upgrade(db) {
        const requests = db.createObjectStore('requests', {keyPath: 'id'});
        requests.createIndex('byTab', ['tab', 'startedAt']);
        requests.createIndex('byRequestId', 'requestIds', {multiEntry: true});
        requests.createIndex('byTarget', ['target', 'startedAt']);
        requests.createIndex('byPrint', ['target', 'print', 'startedAt']);
        requests.createIndex('byUnseen', ['unseenTarget', 'startedAt']);
        requests.createIndex('byMarker', 'marker');
        db.createObjectStore('bodies');
        db.createObjectStore('answers');
        db.createObjectStore('tabs', {keyPath: 'tab'});
      },
    });
    const record = mergeObservation(null, started(0), 'old');
    for (const id of ['b', 'a']) {
      const own = {...record, request: {...record.request, id, startedAt: id === 'a' ? 2_000 : 1_000}};
      const {row, body} = toParts(own, {session: 'session-1', at: 0}, null);
      const {arrivedAt: _, ...rowOfVersion1} = row;
      await old.put('requests', rowOfVersion1);
      await old.put('bodies', body, id);
    }
    await old.put('tabs', {tab: 3, count: 2, bytes: 2_006, dropped: 0});
    old.close();

    now = 50_000;
    limits = {maxRequests: 2, maxBytes: 1_000_000};
    const log = await openLog();
    expect((await listAll(log)).map(({id, body}) => [id, body])).toEqual([
      ['b', bytesOf('[0]')],
      ['a', bytesOf('[0]')],
    ]);
    await log.observe({...started(1), at: 500});
    expect((await listAll(log)).map(({startedAt}) => startedAt)).toEqual([500, 2_000]);
  });
});

describe('forgetting', () => {
  it('takes no late word on what was cleared for a new request', async () => {
    const log = await openLog();
    now = 1_020;
    await log.observe(before);
    await log.observe({...before, requestId: 'worker', origin: {...before.origin, tabId: null}});
    await log.clear(3);
    expect(await log.observe(completed)).toEqual([]);
    expect(
      await log.observe({...completed, requestId: 'worker', origin: {...before.origin, tabId: null}}),
    ).toEqual([]);
    expect(await log.observe(buildHar({startedAt: 1_000}))).toEqual([]);
    expect(await listAll(log)).toEqual([]);
    const [later] = await log.observe(buildHar({startedAt: 1_021}));
    const [lost] = await log.observe({
      ...completed,
      requestId: 'lost',
      url: 'https://other.example.test/api/track',
    });
    expect((await listAll(log)).map(({id}) => id).sort()).toEqual([later, lost].sort());
  });

  it('clears what is just being written, and takes none of its phases for news', async () => {
    const [background, panel] = [await openLog({writeInterval: 60_000}), await openLog()];
    await background.observe(started(-1));
    now = 1_020;
    const observed = background.observe(before);
    await panel.clear(3);
    const later = [completed, {...before, requestId: 'later', at: 1_021}].map(background.observe);
    const [ended, next] = await Promise.all(later);
    expect([ended, await panel.observe(completed)]).toEqual([[], []]);
    expect((await listAll(panel)).map(({id}) => [id])).toEqual([next]);
    await observed;
  });

  it('takes no late word for a new request after a second Clear either', async () => {
    const log = await openLog();
    await log.observe(before);
    await log.clear(3);
    await log.clear(3);
    expect(await log.observe(completed)).toEqual([]);
    expect(await listAll(log)).toEqual([]);
  });

  it.each<[string, (log: ReplayLog, id: string) => Promise<void>]>([
    ['cleared', (log) => log.clear(3)],
    ['removed', (log, id) => log.remove([id])],
  ])(
    'gives nothing that DevTools or the page hook reports of a request that is %s to another',
    async (_, drop) => {
      const log = await openLog();
      for (const tabId of [3, null]) {
        const [id = ''] = await log.observe(started(0, {text: '[1]', tabId}));
        now = 1_020;
        await drop(log, id);
        if (tabId === null) await log.remove([id]);
        expect(await log.observe(buildHook({at: 1_000}))).toEqual([]);
        const [later] = await log.observe({...before, requestId: 'later', at: 1_040});
        expect(await log.observe(buildHar({startedAt: 1_001, endedAt: 1_051, text: 'first'}))).toEqual([]);
        const own = buildHar({startedAt: 1_041, endedAt: 1_099, text: 'second'});
        expect(await log.observe(own)).toEqual([later]);
        expect(await listAll(log)).toMatchObject([{outcome: {body: {text: 'second'}}}]);
        await log.remove([later ?? '']);
      }
    },
  );

  it('stores nothing more of a closed tab, neither late words nor what it sends while it goes', async () => {
    const log = await openLog();
    await log.observe(before);
    await log.forgetTab(3);
    for (const word of [completed, started(5), {...completed, requestId: 'r5'}, buildHar()]) {
      expect(await log.observe(word)).toEqual([]);
    }
    expect(await listAll(log)).toEqual([]);
  });

  it.each<[string, (log: ReplayLog, id: string) => Promise<void>]>([
    ['cleared', (log) => log.clear(3)],
    ['removed', (log, id) => log.remove([id])],
    ['of a closed tab', (log) => log.forgetTab(3)],
  ])(
    'takes no late phase of a request that is %s for a new one, with its tab or without',
    async (_, forget) => {
      const log = await openLog();
      const [id = ''] = await log.observe(before);
      await forget(log, id);
      for (const tabId of [3, null]) {
        expect(await log.observe({...completed, origin: {...completed.origin, tabId}})).toEqual([]);
      }
    },
  );

  it.each([
    ['answered', buildHar()],
    ['cancelled', buildHar({answer: null, error: 'net::ERR_ABORTED'})],
    ['failed', buildHar({answer: null, error: 'net::ERR_CONNECTION_RESET'})],
  ])(
    'takes no end of a cleared request for a new one that DevTools reported as %s before',
    async (_, view) => {
      const log = await openLog();
      now = 1_060;
      await log.observe(before);
      await log.observe(view);
      await log.clear(3);
      const end = buildPhase({phase: 'failed', error: 'net::ERR_CONNECTION_RESET', at: 1_050});
      for (const phase of [completed, end]) expect(await log.observe(phase)).toEqual([]);
    },
  );

  it('takes no late phase without a tab for a new request that began while it did not record', async () => {
    let recording = false;
    const log = await openLog({recording: () => recording});
    await log.observe(before);
    recording = true;
    expect(await log.observe({...completed, origin: {...completed.origin, tabId: null}})).toEqual([]);
  });

  it.each([
    ['webRequest', {...before, at: 9_000}],
    ['DevTools', buildHar({startedAt: 9_000, endedAt: 9_050})],
    ['the page hook', buildHook({at: 9_000})],
  ])(
    'takes in what %s reports of a tab with the ID of one that was closed before the browser was restarted',
    async (_, first) => {
      const old = await openLog({session: 'session-1'});
      await old.observe(before);
      await old.forgetTab(3);
      expect(await old.observe(first)).toEqual([]);
      expect(await (await openLog({session: 'session-2'})).observe(first)).toHaveLength(1);
    },
  );

  it.each([
    ['webRequest', before],
    ['DevTools', buildHar()],
    ['the page hook', buildHook()],
  ])('takes in what %s reports after a Clear if the clock was set back since', async (_, first) => {
    const log = await openLog();
    now = 3_600_000;
    await log.clear(3);
    expect(await log.observe(first)).toEqual([]);
    now = 1_100;
    expect(await log.observe(first)).toHaveLength(1);
  });

  it('clears a tab and its workers, but not what is pinned or another tab’s', async () => {
    const log = await openLog();
    const [pinned = ''] = await log.observe(started(0));
    await log.update(pinned, (request) => ({...request, pinned: true}));
    await log.observe(started(1));
    await log.observe(started(2, {tabId: null}));
    await log.observe(started(3, {tabId: 4}));
    events = [];
    await log.clear(3);
    expect(idsRemoved()).toHaveLength(2);
    expect(events.at(-1)).toEqual({type: 'dropped', tabId: 3, count: 0});
    expect((await listAll(log)).map(({id}) => id)).toEqual([pinned]);
    expect(await listAll(log, 4)).toHaveLength(1);
  });

  it('removes records by their ids, and takes no late word on them for a new request', async () => {
    const log = await openLog();
    const [id = ''] = await log.observe(before);
    const [other] = await log.observe(started(2));
    await log.update(id, (request) => ({...request, pinned: true}));
    await log.remove([id, 'no-such-id']);
    expect(idsRemoved()).toEqual([id, 'no-such-id']);
    expect(await log.observe(completed)).toEqual([]);
    expect(await listAll(log)).toMatchObject([{id: other}]);
  });

  it('forgets a tab that is closed, but for what is pinned, which is found by its page from then on', async () => {
    const log = await openLog();
    const [pinned = ''] = await log.observe(started(0));
    await log.update(pinned, (request) => ({...request, pinned: true}));
    await log.observe(started(1));
    const [other] = await log.observe(started(2, {tabId: 4}));
    await log.forgetTab(3);
    expect(await listAll(log, 3)).toMatchObject([
      {id: pinned, body: bytesOf('[0]'), origin: {tabId: null, initiator: 'https://app.example.test'}},
    ]);
    expect((await listAll(log, 4)).map(({id}) => id)).toContain(other);
    expect((await log.measure(3)).dropped).toBe(0);
  });

  it('purges other sessions; what is pinned stays without credentials and without its tab', async () => {
    const old = await openLog({session: 'session-1'});
    const secret = {name: 'Authorization', value: null, secret: 'secret-1'};
    const [pinned = ''] = await old.observe(before);
    await old.observe(buildPhase({phase: 'headers-sent', headers: {state: 'known', list: [secret]}}));
    await old.update(pinned, (request) => ({...request, pinned: true}));
    await old.observe(started(1));
    const log = await openLog({session: 'session-2'});
    await log.observe(started(2));
    await purgeSessions({name, session: 'session-2'});
    const left = await listAll(log);
    expect(left).toHaveLength(2);
    expect(left[0]).toMatchObject({
      id: pinned,
      body: bytesOf('[1]'),
      origin: {tabId: null},
      headers: {state: 'redacted', list: [{name: 'Authorization', value: null}]},
    });
    // The browser counts its requests from the beginning again.
    expect(await log.observe(before)).not.toContain(pinned);
  });

  it('takes a request for a new one that has the number and address of one before the browser was restarted', async () => {
    const old = await openLog({session: 'session-1'});
    const [before7 = ''] = await old.observe(before);
    const log = await openLog({session: 'session-2'});
    const phases = await Promise.all(
      [before, completed].map((phase) => log.observe({...phase, at: phase.at + 9_000})),
    );
    expect(phases[0]).not.toEqual([before7]);
    expect(phases[1]).toEqual(phases[0]);
    await purgeSessions({name, session: 'session-2'});
    expect(await listAll(log)).toMatchObject([{body: bytesOf('[1]'), outcome: {status: 200}}]);
  });

  it('knows a request by its session, too, if the clock was set back before the browser was restarted', async () => {
    await (await openLog({session: 'session-1'})).observe({...before, at: 9_000});
    const log = await openLog({session: 'session-2'});
    const [id] = await log.observe(before);
    expect(await log.observe(completed)).toEqual([id]);
  });

  it('goes on with a request that began before the extension was reloaded', async () => {
    const [id] = await (await openLog({session: 'session-1'})).observe(before);
    expect(await (await openLog({session: 'session-2'})).observe(completed)).toEqual([id]);
  });
});

function queuedReplay(sourceId: string) {
  return {
    sourceId,
    way: 'extension' as const,
    marker: 'marker',
    claimed: false,
    timeoutSeconds: 120,
    followRedirects: false,
  };
}
