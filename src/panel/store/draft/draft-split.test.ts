import {expect, it, vi} from 'vitest';
import {buildAnswer, buildSource, createDraftWorld} from './draft-fakes';
import {createDraftStore} from './draft-store';

const pace = {concurrency: 1, intervalMs: 0};
const events = Array.from({length: 1001}, (_, index) => `{"n": ${index}, "big": 12345678901234567890}`);

async function open() {
  const world = createDraftWorld();
  const store = createDraftStore(world);
  const session = store.open(buildSource(`[${events.join(', ')}]`));
  await session.whenChecked();
  return {world, store, session};
}

it('sends an oversized batch as the fewest valid ones, in order, every event as it was written', async () => {
  const {world, store, session} = await open();
  expect(store.split.start(session, pace)).toEqual({state: 'started'});
  expect(store.split.start(session, pace)).toEqual({state: 'busy'});
  await world.answer(buildAnswer(200));
  await world.answer(buildAnswer(200));
  const bodies = [...world.records.values()].map(({body}) =>
    body.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : '',
  );
  expect(bodies).toEqual([`[${events.slice(0, 1000).join(', ')}]`, `[${events[1000]}]`]);
  expect([...world.records.values()].map(({replay}) => replay?.sourceId)).toEqual(['source', 'source']);
});

it('passes a part on with the time of its turn, however long the others took', async () => {
  const {world, store, session} = await open();
  let clock = 1_000;
  world.now = () => clock;
  store.split.start(session, pace);
  // Longer than a background waits for a queued replay to be passed on.
  clock += 600_000;
  await world.answer(buildAnswer(200));
  await world.answer(buildAnswer(200));
  expect([...world.records.values()].map(({startedAt}) => startedAt)).toEqual([1_000, 601_000]);
});

it('keeps its draft until its result was put away, however many others are opened', async () => {
  const {world, store, session} = await open();
  const openOthers = (name: string) => {
    for (let index = 0; index < 11; index += 1) store.open(buildSource('{}', {id: `${name}-${index}`}));
    return store.open(buildSource(`[${events.join(', ')}]`));
  };
  store.split.start(session, pace);
  expect(openOthers('while')).toBe(session);
  await world.answer(buildAnswer(200));
  await world.answer(buildAnswer(200));
  const sequence = store.split.sequenceOf(session);
  await vi.waitFor(() => expect(sequence.value?.progress.value.isOver).toBe(true));
  expect(openOthers('after')).toBe(session);
  store.split.forget(session);
  expect(openOthers('at last')).not.toBe(session);
});

it('asks before the parts go to production, with the number of all events', async () => {
  const {world, store, session} = await open();
  const {value} = world.settings.value;
  const targets = [{name: 'Live', baseUrl: 'https://api.example.test', production: true}];
  world.settings.value.value = {...value, replay: {...value.replay, targets}};
  const asks = {state: 'ask', confirmations: [{kind: 'production', events: 1001}]};
  expect(store.split.start(session, pace)).toMatchObject(asks);
  // What is chosen for sending it as one request is not asked for: the parts have all events.
  session.event.value = 0;
  session.choose({selection: 'shown'});
  await session.whenChecked();
  expect(store.split.start(session, pace)).toMatchObject(asks);
  expect(world.records.size).toBe(0);
});

it('waits until the judge has said what the limits are', async () => {
  const {store, session} = await open();
  session.touch();
  expect(store.split.start(session, pace)).toMatchObject({
    state: 'impossible',
    reason: expect.stringContaining('being checked'),
  });
  await session.whenChecked();
  expect(store.split.start(session, pace)).toEqual({state: 'started'});
});

it('says why a body cannot be split', async () => {
  const {store} = await open();
  const session = store.open(buildSource('{"n": 1}', {id: 'other'}));
  await session.whenChecked();
  const attempt = store.split.start(session, pace);
  expect(attempt).toMatchObject({state: 'impossible', reason: expect.not.stringContaining('checked')});
});
