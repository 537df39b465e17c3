import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {defaultSettings} from '../../../domain/settings';
import {parseFilter} from '../filter/parse-filter';
import type {FromJudge, ToJudge} from '../judge/judge-messages';
import {aRequest} from '../test-support/a-request';
import {anInspection} from '../test-support/an-inspection';
import type {Hang} from './hang-history';
import {createJudgeClient, type ListMessage} from './judge-client';

/** A judge whose messages a test sends. */
interface Played {
  heard: ToJudge[];
  say(message: FromJudge): void;
  ended: boolean;
  /** While true, it answers pings, like a judge that does not hang. */
  alive: boolean;
  idle: boolean;
}

let judges: Played[] = [];
let list: ListMessage[] = [];
let hangs: Hang[] = [];

function createClient() {
  const client = createJudgeClient({
    startJudge(listen) {
      const played: Played = {heard: [], say: listen, ended: false, alive: true, idle: false};
      judges.push(played);
      return {
        post(message) {
          played.heard.push(message);
          if (message.type === 'ping' && played.alive)
            queueMicrotask(() => listen({type: 'pong', number: message.number, idle: played.idle}));
        },
        end: () => (played.ended = true),
      };
    },
    onList: (message) => list.push(message),
    onFailure: (reason) => {
      throw new Error(reason);
    },
    onCoverage: () => undefined,
    onHang: (hang) => hangs.push(hang),
    onPlans: () => undefined,
  });
  client.start({tabId: 7, settings: defaultSettings});
  return client;
}

beforeEach(() => {
  vi.useFakeTimers();
  [judges, list, hangs] = [[], [], []];
});
afterEach(() => vi.useRealTimers());

describe('the watch over the judge', () => {
  it('lets one work as long as it is alive', async () => {
    const client = createClient();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(judges).toHaveLength(1);
    client.dispose();
  });

  it('asks nothing of one that has nothing to do', async () => {
    const client = createClient();
    if (judges[0]) judges[0].idle = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(judges[0]?.heard.filter(({type}) => type === 'ping')).toHaveLength(1);
    client.dispose();
  });

  it('replaces a silent one within three seconds, with all that it knew and was asked', async () => {
    const client = createClient();
    client.tell({type: 'page', url: 'https://app.example.test/'});
    const settings = {...defaultSettings, endpoints: []};
    client.tell({type: 'settings', settings});
    const filter = {number: 1, terms: parseFilter('sent'), severity: 'all'} as const;
    client.tell({type: 'filter', filter});
    await vi.advanceTimersByTimeAsync(5_000);
    const [first] = judges;
    if (first) first.alive = false;
    first?.say({type: 'under-way', id: 'r1'});
    const answer = client.ask({kind: 'read', id: 'r1'});
    await vi.advanceTimersByTimeAsync(3_000);
    expect(first?.ended).toBe(true);
    expect(hangs).toEqual([{id: 'r1', part: null, isSetAside: false}]);
    expect(list).toEqual([{type: 'again'}]);
    const heard = judges[1]?.heard ?? [];
    expect(heard[0]).toEqual({
      type: 'start',
      tabId: 7,
      settings,
      pages: ['https://app.example.test/'],
      suspects: ['r1'],
      setAside: [],
      coverage: null,
      filter,
      planParts: [],
      isCareful: true,
    });
    expect(heard).toContainEqual({type: 'ask', number: 1, question: {kind: 'read', id: 'r1'}});
    judges[1]?.say({type: 'answer', number: 1, answer: null});
    expect(await answer).toBeNull();
    client.dispose();
  });

  it('sets a record aside at which two in a row hung', async () => {
    const client = createClient();
    for (const at of [0, 1]) {
      const judge = judges[at];
      if (!judge) throw new Error('No judge was started.');
      judge.alive = false;
      judge.say({type: 'under-way', id: 'r1'});
      client.tell({type: 'committed', ids: ['r1']});
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(hangs).toEqual([
      {id: 'r1', part: null, isSetAside: false},
      {id: 'r1', part: null, isSetAside: true},
    ]);
    expect(judges[2]?.heard[0]).toMatchObject({type: 'start', suspects: [], setAside: ['r1']});
    client.dispose();
  });

  it('refuses a question at which two in a row hung, and keeps the others', async () => {
    const client = createClient();
    const hanging = client.ask(aCheck('d1'));
    const other = client.ask({kind: 'read', id: 'r1'});
    const refused = expect(hanging).rejects.toThrow('Checking took too long');
    for (const at of [0, 1]) {
      const judge = judges[at];
      if (!judge) throw new Error('No judge was started.');
      judge.alive = false;
      expect(judge.heard).toContainEqual({type: 'ask', number: 1, question: aCheck('d1')});
      judge.say({type: 'under-way', id: null, question: 1});
      client.tell({type: 'committed', ids: ['r1']});
      await vi.advanceTimersByTimeAsync(3_000);
    }
    await refused;
    const asked = judges[2]?.heard.filter(({type}) => type === 'ask');
    expect(asked).toEqual([{type: 'ask', number: 2, question: {kind: 'read', id: 'r1'}}]);
    judges[2]?.say({type: 'answer', number: 2, answer: null});
    expect(await other).toBeNull();
    client.dispose();
  });

  it('blames the part of a plan that was under way, and no record', async () => {
    const client = createClient();
    const part = {plan: 'p', revision: '1', rule: 'track/Signed Up'};
    const [first] = judges;
    if (first) first.alive = false;
    first?.say({type: 'under-way', id: 'r1', part});
    client.tell({type: 'committed', ids: ['r1']});
    await vi.advanceTimersByTimeAsync(3_000);
    expect(hangs).toEqual([{id: 'r1', part, isSetAside: false}]);
    expect(judges[1]?.heard[0]).toMatchObject({
      suspects: [],
      setAside: [],
      planParts: [part],
      isCareful: true,
    });
    client.dispose();
  });

  it('gives the reading of a plan more time', async () => {
    const client = createClient();
    const part = {plan: 'p', revision: '1', rule: null};
    const [first] = judges;
    if (first) first.alive = false;
    first?.say({type: 'under-way', id: null, part});
    await vi.advanceTimersByTimeAsync(15_000);
    expect(judges).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(hangs).toEqual([{id: null, part, isSetAside: false}]);
    client.dispose();
  });

  it('waits for a long check that gives signs of life', async () => {
    const client = createClient();
    const [first] = judges;
    if (first) first.alive = false;
    client.tell({type: 'committed', ids: ['r1']});
    for (let i = 0; i < 20; i++) {
      first?.say({type: 'under-way', id: 'r1'});
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(judges).toHaveLength(1);
    client.dispose();
  });
});

describe('questions about a draft', () => {
  it('are answered about its newest text only, and about each draft', async () => {
    const client = createClient();
    const older = client.ask(aCheck('d1'));
    const other = client.ask(aCheck('d2'));
    const newer = client.ask(aCheck('d1'));
    expect(await older).toBeNull();
    const [judge] = judges;
    judge?.say({type: 'answer', number: 1, answer: anInspection({requestId: 'late'})});
    judge?.say({type: 'answer', number: 2, answer: anInspection({requestId: 'd2'})});
    judge?.say({type: 'answer', number: 3, answer: anInspection({requestId: 'd1'})});
    expect(await other).toMatchObject({requestId: 'd2'});
    expect(await newer).toMatchObject({requestId: 'd1'});
    client.dispose();
  });
});

function aCheck(draft: string) {
  return {kind: 'check-draft', draft, request: aRequest(), sourceUrl: null} as const;
}
