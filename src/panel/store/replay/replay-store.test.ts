import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {buildReference} from '../../../domain/replay/build-captured';
import {buildAnswer, buildSource, createDraftWorld, type DraftWorld} from '../draft/draft-fakes';
import {createReplayStore} from './replay-store';

let world: DraftWorld;

beforeEach(() => {
  world = createDraftWorld();
});
afterEach(() => {
  vi.useRealTimers();
});

function buildReplay(id: string): CapturedRequest {
  return buildSource('{}', {
    id,
    outcome: {state: 'queued'},
    replay: {
      sourceId: 'source',
      way: 'extension',
      marker: 'm',
      claimed: false,
      timeoutSeconds: 60,
      followRedirects: false,
    },
  });
}

describe('the replays of a request', () => {
  it('show each state that the log tells of', async () => {
    const store = createReplayStore(world);
    const sending = store.send(buildReplay('r1'));
    const state = () => store.of('r1').value?.record.outcome.state;
    expect(state()).toBe('queued');
    for (const outcome of [
      {state: 'pending'},
      {state: 'unknown', reason: 'the background stopped'},
    ] as const) {
      world.records.set('r1', {...buildReplay('r1'), outcome});
      world.tell({type: 'committed', ids: ['r1', 'elsewhere']});
      await vi.waitFor(() => expect(state()).toBe(outcome.state));
    }
    await world.answer(buildAnswer(200));
    expect((await sending).record.outcome.state).toBe('answered');
    expect(state()).toBe('answered');
  });

  it('say that the background declined', async () => {
    const store = createReplayStore(world);
    const sending = store.send(buildReplay('r1'));
    await vi.waitFor(() => expect(world.asked).toHaveLength(1));
    await world.answer({state: 'queued'}, {ok: false, reason: 'The host is not allowed.'});
    expect((await sending).trouble).toBe('The host is not allowed.');
    expect(store.of('r1').value?.trouble).toBe('The host is not allowed.');
  });

  it('say that the background cannot be reached', async () => {
    const store = createReplayStore({
      ...world,
      background: {send: () => Promise.reject(new Error('The extension was updated.'))},
    });
    expect((await store.send(buildReplay('r1'))).trouble).toBe('The extension was updated.');
  });

  it.each([
    ['the log', {log: {put: () => Promise.reject(new Error('The disk is full.')), get: async () => []}}],
    ['credentials', {secrets: {keepAll: () => Promise.reject(new Error('The disk is full.'))}}],
  ])('say that nothing was sent if %s cannot be written', async (_, broken) => {
    const store = createReplayStore({...world, ...broken});
    const url = 'https://api.example.test/api/track?api_key=k';
    expect((await store.send({...buildReplay('r1'), url})).trouble).toBe(
      'Nothing was sent: The disk is full.',
    );
    expect(world.asked).toEqual([]);
  });

  it.each([
    ['?api_key=k-4711&n=1', '?api_key=secret-k-4711&n=1'],
    [`?api_key=${buildReference('1')}&token=t`, `?api_key=${buildReference('1')}&token=secret-t`],
    ['?token=secret-santa', '?token=secret-secret-santa'],
    ['/token/abc123def456?n=1#access_token=t', '/token/secret-abc123def456?n=1#access_token=secret-t'],
    ['?n=1', '?n=1'],
  ])('hold credentials of a typed address as references: %s', async (typed, stored) => {
    const store = createReplayStore(world);
    const url = 'https://api.example.test/api/track';
    const sending = store.send({...buildReplay('r1'), url: url + typed});
    await world.answer(buildAnswer(200));
    expect((await sending).record.url).toBe(url + stored);
    expect(world.records.get('r1')?.url).toBe(url + stored);
  });

  it('wake the background that was stopped while it sent, so that it settles what is open', async () => {
    const asked: string[] = [];
    const send = async ({type}: {type: string}) => {
      asked.push(type);
      if (type === 'send-replay') throw new Error('The message channel closed.');
      return {ok: true};
    };
    // The fake responds to all types of messages with one function.
    const background = {send: send as DraftWorld['background']['send']};
    const {trouble} = await createReplayStore({...world, background}).send(buildReplay('r1'));
    expect(asked).toEqual(['send-replay', 'keep-alive']);
    expect(trouble).toMatch(/extension was stopped/);
  });

  it('keep the background alive every 20 seconds while one is under way, and no longer', async () => {
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
    const store = createReplayStore(world);
    const sending = store.send(buildReplay('r1'));
    await vi.waitFor(() => expect(world.asked).toHaveLength(1));
    const countPings = () => world.asked.filter(({type}) => type === 'keep-alive').length;
    vi.advanceTimersByTime(65_000);
    expect(countPings()).toBe(3);
    await world.answer(buildAnswer(200));
    await sending;
    vi.advanceTimersByTime(65_000);
    expect(countPings()).toBe(3);
  });
});
