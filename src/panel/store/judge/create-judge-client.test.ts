import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {defaultSettings} from '../../../domain/settings';
import {createJudgeClient, type ListMessage} from './create-judge-client';
import type {FromJudge, ToJudge} from './judge-messages';

/** A judge that a test speaks for. */
interface Played {
  heard: ToJudge[];
  say(message: FromJudge): void;
  ended: boolean;
  /** It answers pings while it is true, as one that does not hang. */
  alive: boolean;
  idle: boolean;
}

let judges: Played[] = [];
let list: ListMessage[] = [];
let hangs: {id: string | null; isSetAside: boolean}[] = [];

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
    await vi.advanceTimersByTimeAsync(5_000);
    const [first] = judges;
    if (first) first.alive = false;
    first?.say({type: 'under-way', id: 'r1'});
    const answer = client.ask({kind: 'read', id: 'r1'});
    await vi.advanceTimersByTimeAsync(3_000);
    expect(first?.ended).toBe(true);
    expect(hangs).toEqual([{id: 'r1', isSetAside: false}]);
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
      {id: 'r1', isSetAside: false},
      {id: 'r1', isSetAside: true},
    ]);
    expect(judges[2]?.heard[0]).toMatchObject({type: 'start', suspects: [], setAside: ['r1']});
    client.dispose();
  });
});
