import {describe, expect, it} from 'vitest';
import {inspectRequest} from '../../../../domain/inspect-request';
import {buildAnswer, buildSource, createDraftWorld} from '../draft-fakes';
import type {DraftSession} from '../draft-session';
import {createDraftStore} from '../draft-store';

const staging = 'https://staging.example.test';

/** A draft of that text, with a target that requires a mark in every event. */
function open(text: string, more: Parameters<typeof buildSource>[1] = {}) {
  const world = createDraftWorld();
  const settings = world.settings.value.peek();
  const targets = [{name: 'Staging', baseUrl: staging, production: false, testProperty: 'is_test: true'}];
  world.settings.value.value = {...settings, replay: {...settings.replay, targets}};
  const store = createDraftStore(world);
  return {world, store, session: store.open(buildSource(text, more))};
}

function planned(session: DraftSession): string {
  const plan = session.prepare();
  if (!plan.ok || plan.record.body.kind !== 'bytes') throw new Error('this draft has bytes to send');
  return new TextDecoder().decode(plan.record.body.bytes);
}

const batch = '[{"properties":{"n":12345678901234567890}}, {"properties":{"n":1}}]';
const marked =
  '[{"properties":{"n":12345678901234567890,"is_test":true}}, {"properties":{"n":1,"is_test":true}}]';

describe('the test property of a target', () => {
  it('is in what is sent there, and nowhere else: what is shown to be sent is sent', async () => {
    const {world, store, session} = open(batch);
    expect([planned(session), session.sentText.value, session.testMark.value]).toEqual([batch, batch, null]);
    session.choose({target: staging});
    expect(session.sentText.value).toBe(marked);
    expect(session.bytes.value).toBe(marked.length);
    expect(session.current.value.text).toBe(batch);
    const sending = store.send(session);
    await world.answer(buildAnswer(200));
    await sending;
    const [sent] = [...world.records.values()];
    expect(sent?.body).toEqual({kind: 'bytes', bytes: new TextEncoder().encode(marked)});
    session.choose({target: null});
    expect(planned(session)).toBe(batch);
  });

  it('goes with the events that are chosen', () => {
    const {session} = open(batch);
    session.choose({target: staging, selection: 'corrected'});
    const at = batch.lastIndexOf('1');
    session.change([{from: at, to: at + 1, insert: '2'}]);
    expect(planned(session)).toBe('[{"properties":{"n":2,"is_test":true}}]');
  });

  it('goes with every part of a split, and its bytes are counted', async () => {
    const {store, session} = open(`[${Array.from({length: 1001}, () => '{"properties":{}}').join(',')}]`);
    session.choose({target: staging});
    await session.whenChecked();
    const split = store.split.plan(session);
    const parts = split.ok ? split.parts.map(({text}) => text) : [];
    expect(parts.map((text) => text.split('"is_test":true').length - 1)).toEqual([1000, 1]);
    const plan = session.prepareText(parts[1] ?? '');
    expect(plan).toMatchObject({
      ok: true,
      record: {body: {bytes: new TextEncoder().encode('[{"properties":{"is_test":true}}]')}},
    });
  });

  it('leaves what is no JSON as it was typed, and says so', () => {
    const {session} = open('[{');
    session.choose({target: staging});
    expect(planned(session)).toBe('[{');
    expect(session.testMark.value).toMatchObject({target: staging, marks: null});
  });
});

it('judges what goes to a host that is no endpoint by where the original went', async () => {
  const {world} = open('');
  world.inspect = (request, settings) => inspectRequest(request, {settings});
  const body = '{"batch":[{"type":"group","groupId":"g","traits":{}}]}';
  const session = createDraftStore(world).open(buildSource(body, {url: 'https://api.segment.io/v1/b'}));
  session.choose({target: staging});
  expect(session.plan.value).toMatchObject({record: {url: `${staging}/v1/b`}});
  expect((await session.whenChecked()).inspection).toMatchObject({protocol: 'segment', decoded: true});
  expect(session.sentText.value).toBe('{"batch":[{"type":"group","groupId":"g","traits":{"is_test":true}}]}');
});
