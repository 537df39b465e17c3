import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {buildAnswer, buildSource, createDraftWorld, type DraftWorld} from '../draft/draft-fakes';
import {createResendStore, type ResendStore} from './resend-store';

const pace = {concurrency: 1, intervalMs: 0};
let world: DraftWorld;
let store: ResendStore;

beforeEach(() => {
  world = createDraftWorld();
  const ids = ['a', 'b', 'c'];
  for (const id of ids) world.records.set(id, buildSource(`[${id}]`, {id}));
  world.records.set('lost', buildSource('', {id: 'lost', body: {kind: 'missing', reason: 'blob'}}));
  store = createResendStore({
    ...world,
    drafts: {
      access: null,
      confirmedOrigins: new Set(),
      credentials: {
        of: (target) => (target === null ? [] : [{name: 'X-Api-Key', secret: 'secret-of-target'}]),
      },
    },
    look: () => ({events: 2, decoded: true, isRepeated: false}),
    pause: () => Promise.resolve(),
    onFailure: (error) => expect.unreachable(String(error)),
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function open(...ids: string[]) {
  store.open(ids);
  await vi.waitFor(() => expect(store.survey.value).not.toBeNull());
}

function replays(): CapturedRequest[] {
  return [...world.records.values()].filter(({replay}) => replay !== undefined);
}

function bodies(): string[] {
  return replays().map(({body}) => (body.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : ''));
}

async function isOver() {
  await vi.waitFor(() => expect(store.sequence.value?.progress.value.isOver).toBe(true));
}

it('says what would be sent, and sends that in order, each a child of its source', async () => {
  await open('a', 'lost', 'b', 'dropped', 'c');
  expect(store.survey.value).toMatchObject({sendable: ['a', 'b', 'c'], events: 6});
  expect(store.survey.value?.blocked.map(({ids}) => ids)).toEqual([['lost'], ['dropped']]);
  expect(store.start(pace)).toEqual({state: 'started'});
  for (const _ of 'abc') await world.answer(buildAnswer(200));
  await isOver();
  expect(bodies()).toEqual(['[a]', '[b]', '[c]']);
  expect(replays().map(({replay}) => replay?.sourceId)).toEqual(['a', 'b', 'c']);
});

it('sends nothing twice, however often it is asked', async () => {
  await open('a');
  store.start(pace);
  expect(store.start(pace)).toEqual({state: 'busy'});
  await world.answer(buildAnswer(200));
  await isOver();
  expect(store.start(pace)).toEqual({state: 'busy'});
  expect(bodies()).toEqual(['[a]']);
});

it('is put away only when it is over, and then what it sent is read once more', async () => {
  await open('a');
  store.start(pace);
  store.forget();
  expect(store.sequence.value).not.toBeNull();
  await world.answer(buildAnswer(200));
  await isOver();
  world.records.delete('a');
  store.forget();
  expect(store.sequence.value).toBeNull();
  await vi.waitFor(() => expect(store.survey.value?.blocked[0]?.reason).toBe('It is no longer in the log.'));
});

it('sends only the failed again, and never one whose delivery is unknown', async () => {
  await open('a', 'b', 'c');
  store.start(pace);
  await world.answer(buildAnswer(200));
  await world.answer(buildAnswer(500));
  await world.answer({state: 'unknown', reason: 'the background stopped'});
  await isOver();
  store.open(['a']);
  expect(store.sequence.value, 'what failed can still be sent again').not.toBeNull();
  store.sequence.value?.sendFailedAgain();
  await world.answer(buildAnswer(200));
  await isOver();
  expect(bodies()).toEqual(['[a]', '[b]', '[c]', '[b]']);
  const ids = replays().map(({id}) => id);
  expect(new Set(ids).size).toBe(4);
  expect(store.sourceOf(ids[3] ?? '')).toBe('b');
});

it('does not send one again whose replay was cleared while it was sent', async () => {
  await open('a');
  store.start(pace);
  await vi.waitFor(() => expect(replays()).toHaveLength(1));
  for (const {id} of replays()) world.records.delete(id);
  await world.answer(buildAnswer(200));
  await isOver();
  expect(store.sequence.value?.progress.value).toMatchObject({failed: 0, unknown: 1});
  store.sequence.value?.sendFailedAgain();
  expect(world.asked.filter(({type}) => type === 'send-replay')).toHaveLength(1);
});

it('asks once before anything goes to production, with the number of events', async () => {
  const {value} = world.settings.value;
  const targets = [{name: 'Live', baseUrl: 'https://api.example.test', production: true}];
  world.settings.value.value = {...value, replay: {...value.replay, targets}};
  await open('a', 'b');
  const attempt = store.start(pace);
  expect(attempt).toMatchObject({
    state: 'ask',
    confirmations: [{kind: 'production', name: 'Live', events: 4}],
  });
  expect(replays()).toEqual([]);
  const confirmations = attempt.state === 'ask' ? attempt.confirmations : [];
  expect(store.start(pace, confirmations)).toEqual({state: 'started'});
});

it('sends what was shown, whatever is chosen meanwhile', async () => {
  await open('a', 'b');
  store.start(pace);
  store.choose({target: 'https://elsewhere.example.test'});
  await world.answer(buildAnswer(200));
  await world.answer(buildAnswer(200));
  await isOver();
  const origins = replays().map(({url}) => new URL(url).origin);
  expect(origins).toEqual(['https://api.example.test', 'https://api.example.test']);
});

it('sends the target’s own credentials where they are chosen, and asks for that anew with another target', async () => {
  vi.spyOn(world.secrets, 'values').mockImplementation(
    async (keys) => new Map(keys.map((key) => [key, 'value'])),
  );
  const target = 'https://staging.example.test';
  store.choose({target, credentials: 'of-target'});
  await open('a');
  store.start(pace);
  await world.answer(buildAnswer(200));
  await isOver();
  expect(replays()[0]?.headers).toMatchObject({
    list: expect.arrayContaining([{name: 'X-Api-Key', value: null, secret: 'secret-of-target'}]),
  });
  store.choose({target: null});
  expect(store.choices.value.credentials).toBe('same-origin');
});

it('calls one that is gone by its turn failed, and goes on', async () => {
  await open('a', 'b');
  store.start(pace);
  world.records.delete('b');
  await world.answer(buildAnswer(200));
  await isOver();
  expect(store.sequence.value?.sequence.value.items[1]?.state).toMatchObject({
    kind: 'failed',
    error: 'It is no longer in the log.',
  });
  expect(bodies()).toEqual(['[a]']);
});

it('plans for the requests that were asked for last', async () => {
  store.open(['a', 'b', 'c']);
  store.open(['c']);
  await vi.waitFor(() => expect(store.survey.value?.sendable).toEqual(['c']));
});
