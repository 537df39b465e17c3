import {effect, signal} from '@preact/signals';
import {deflateSync, gzipSync} from 'fflate';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {DECOMPRESSED_NOTE, REPORTED_BY_PAGE_NOTE} from '../../../domain/capture/body-notes';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {openDraft} from '../../../domain/edit/draft';
import {buildAnswer, buildSource, createDraftWorld, type DraftWorld} from './draft-fakes';
import {createDraftStore, type DraftStore} from './draft-store';
import {toHeaderRestore} from './restore-headers';

let world: DraftWorld;
let store: DraftStore;

beforeEach(() => {
  world = createDraftWorld();
  store = createDraftStore(world);
});
afterEach(() => {
  vi.useRealTimers();
  store.close();
});

function sentBytes(): Uint8Array[] {
  return [...world.records.values()].map(({body}) => (body.kind === 'bytes' ? body.bytes : new Uint8Array()));
}

function countSends(): number {
  return world.asked.filter(({type}) => type === 'send-replay').length;
}

describe('an open draft', () => {
  it('is the same one each time, until it is discarded', () => {
    const source = buildSource('{}');
    const session = store.open(source);
    expect(store.open(source)).toBe(session);
    store.discard(session);
    expect(store.open(source)).not.toBe(session);
  });

  it.each<[string, CapturedRequest['body'], CapturedRequest['body']]>([
    ['none were captured', {kind: 'missing', reason: 'blob'}, {kind: 'bytes', bytes: encode('all')}],
    ['only a part was captured', cut('a'), {kind: 'bytes', bytes: encode('all')}],
    ['a shorter part was captured', cut('a'), cut('al')],
    [
      'only the page had reported them',
      {kind: 'bytes', bytes: encode('own'), note: REPORTED_BY_PAGE_NOTE},
      {kind: 'bytes', bytes: encode('all')},
    ],
    [
      'they were recorded decompressed',
      {kind: 'bytes', bytes: encode('all'), note: DECOMPRESSED_NOTE},
      {kind: 'bytes', bytes: gzipSync(encode('all'))},
    ],
  ])('begins again with better bytes of its request if %s', (_, body, better) => {
    const source = buildSource('', {body});
    const session = store.open(source);
    session.update({...source, body: better});
    const {draft, text} = session.current.value;
    expect(draft.original).toEqual(openDraft({...source, body: better}).original);
    expect(text).toBe(session.document.read());
    expect('all'.startsWith(text)).toBe(true);
  });

  it('is read by the headers of its request once they are captured', () => {
    const source = buildSource('', {body: {kind: 'bytes', bytes: deflateSync(encode('all'))}});
    const session = store.open({...source, headers: {state: 'unknown'}});
    session.update({
      ...source,
      headers: {state: 'known', list: [{name: 'Content-Encoding', value: 'deflate'}]},
    });
    expect(session.current.value.text).toBe('all');
  });

  it('keeps its text and its history whatever else is captured, and an edit in any case', () => {
    const source = buildSource('all');
    const session = store.open(source);
    const change = vi.spyOn(session.document, 'change');
    session.update({...source, outcome: buildAnswer(200)});
    expect(change).not.toHaveBeenCalled();
    session.change([{from: 0, to: 0, insert: 'not '}]);
    session.update({...source, body: {kind: 'bytes', bytes: encode('other')}});
    expect(session.current.value.text).toBe('not all');
  });

  it('goes with a request that is put back under another ID', () => {
    const source = buildSource('{}');
    const session = store.open(source);
    session.change([{from: 0, to: 0, insert: ' '}]);
    store.renew('unknown', {...source, id: 'other'});
    store.renew(source.id, {...source, id: 'again'});
    expect(store.open({...source, id: 'again'})).toBe(session);
    expect(session.source.value?.id).toBe('again');
    expect(session.current.value.text).toBe(' {}');
    expect(store.open(source)).not.toBe(session);
  });

  it('is let go after ten others when it was not changed, and kept with all that was done otherwise', () => {
    const touched = store.open({...buildSource('{}'), id: 'touched'});
    touched.change([{from: 0, to: 0, insert: ' '}]);
    const chosen = store.open({...buildSource('{}'), id: 'chosen'});
    chosen.choose({timeoutSeconds: 7});
    const untouched = store.open({...buildSource('{}'), id: 'untouched'});
    const ended = vi.fn();
    untouched.onClose(ended);
    for (let index = 0; index < 10; index += 1) store.open({...buildSource('{}'), id: `other-${index}`});
    expect(ended).toHaveBeenCalledOnce();
    expect(store.open({...buildSource('{}'), id: 'untouched'})).not.toBe(untouched);
    expect(store.open({...buildSource('{}'), id: 'touched'})).toBe(touched);
    expect(store.open({...buildSource('{}'), id: 'chosen'})).toBe(chosen);
  });

  it('is checked once the keys are quiet, not at every key', async () => {
    vi.useFakeTimers();
    const inspect = vi.spyOn(world, 'inspect');
    const session = store.open(buildSource('a'));
    await session.whenChecked();
    const before = inspect.mock.calls.length;
    for (const insert of ['b', 'c', 'd']) {
      session.document.change([{from: 0, to: 0, insert}]);
      session.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(session.stale.value).toBe(true);
    expect(inspect.mock.calls.length).toBe(before);
    await vi.advanceTimersByTimeAsync(500);
    expect(session.stale.value).toBe(false);
    expect(inspect.mock.calls.length).toBe(before + 1);
    expect(session.checked.value).toMatchObject({text: 'dcba'});
  });

  it('counts the bytes that would be sent, not the characters', () => {
    const session = store.open(buildSource('a'));
    session.change([{from: 1, to: 1, insert: '€'}]);
    expect(session.bytes.value).toBe(4);
  });
});

describe('sending a draft', () => {
  it('sends an untouched original bit for bit, also one that is no UTF-8', async () => {
    const bytes = new Uint8Array([0x5b, 0xff, 0xed, 0xa0, 0x80, 0x0d, 0x0a, 0x5d]);
    const session = store.open(buildSource('', {body: {kind: 'bytes', bytes}}));
    const sending = store.send(session);
    await world.answer(buildAnswer(200));
    expect(await sending).toMatchObject({
      state: 'sent',
      replay: {trouble: null, record: {outcome: {status: 200}}},
    });
    expect(sentBytes()).toEqual([bytes]);
  });

  it('sends the original again after an edit was taken back', async () => {
    const bytes = new Uint8Array([0x61, 0xff]);
    const session = store.open(buildSource('', {body: {kind: 'bytes', bytes}}));
    session.change([{from: 0, to: 0, insert: 'x'}]);
    session.change([{from: 0, to: 1, insert: ''}]);
    const sending = store.send(session);
    await world.answer(buildAnswer(200));
    await sending;
    expect(sentBytes()).toEqual([bytes]);
  });

  it('sends what was typed last, even before it was checked', async () => {
    const session = store.open(buildSource('a'));
    session.document.change([{from: 1, to: 1, insert: 'b'}]);
    session.touch();
    const sending = store.send(session);
    await world.answer(buildAnswer(200));
    await sending;
    expect(sentBytes().map((bytes) => new TextDecoder().decode(bytes))).toEqual(['ab']);
  });

  it('sends once, however often it is asked while it is under way', async () => {
    const session = store.open(buildSource('a'));
    const first = store.send(session);
    expect(await store.send(session)).toEqual({state: 'busy'});
    await world.answer(buildAnswer(200));
    await first;
    expect(countSends()).toBe(1);
    const again = store.send(session);
    await world.answer(buildAnswer(200));
    await again;
    expect(countSends()).toBe(2);
    expect(world.records.size).toBe(2);
  });

  it('can be sent again in the moment in which its answer is shown, whatever the background still does', async () => {
    const session = store.open(buildSource('a'));
    const isSending = store.isSending(session);
    const first = store.send(session);
    await vi.waitFor(() => expect(countSends()).toBe(1));
    expect(isSending.value).toBe(true);
    const seen: [string | undefined, boolean][] = [];
    const stop = effect(() => {
      const replay = store.replays.of(session.sent.value[0] ?? '').value;
      seen.push([replay?.record.outcome.state, isSending.value]);
    });
    const [id = ''] = session.sent.value;
    const record = world.records.get(id);
    if (record) world.records.set(id, {...record, outcome: buildAnswer(200)});
    world.tell({type: 'committed', ids: [id]});
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['answered', false]));
    stop();
    expect(seen).not.toContainEqual(['answered', true]);
    const again = store.send(session);
    await vi.waitFor(() => expect(countSends()).toBe(2));
    expect(isSending.value).toBe(true);
    await world.answer(buildAnswer(200));
    expect([(await first).state, (await again).state, isSending.value]).toEqual(['sent', 'sent', false]);
  });

  it('asks before it sends what is no JSON, and sends it when told to', async () => {
    const session = store.open(buildSource('!'));
    const attempt = await store.send(session);
    expect(attempt).toMatchObject({state: 'ask', confirmations: [{kind: 'invalid-json'}]});
    expect(world.records.size).toBe(0);
    const sending = store.send(session, attempt.state === 'ask' ? attempt.confirmations : []);
    await world.answer(buildAnswer(400));
    expect((await sending).state).toBe('sent');
  });

  it('asks once a session before it sends to production, with the number of events', async () => {
    const targets = [{name: 'Live', baseUrl: 'https://api.example.test', production: true}];
    const {value} = world.settings.value;
    world.settings.value.value = {...value, replay: {...value.replay, targets}};
    const session = store.open(buildSource('a'));
    const attempt = await store.send(session);
    expect(attempt).toMatchObject({
      state: 'ask',
      confirmations: [{kind: 'production', name: 'Live', events: 1}],
    });
    const sending = store.send(session, attempt.state === 'ask' ? attempt.confirmations : []);
    await world.answer(buildAnswer(200));
    expect((await sending).state).toBe('sent');
    const next = store.send(store.open(buildSource('b', {id: 'other'})));
    await world.answer(buildAnswer(200));
    expect((await next).state).toBe('sent');
  });

  it('asks about the origin that it is sent to, whichever was confirmed', async () => {
    const targets = [{name: 'Live', baseUrl: 'https://api.example.test', production: true}];
    const {value} = world.settings.value;
    world.settings.value.value = {...value, replay: {...value.replay, targets}};
    const elsewhere = {
      kind: 'production',
      origin: 'https://other.example.test',
      name: null,
      events: 1,
    } as const;
    expect(await store.send(store.open(buildSource('a')), [elsewhere])).toMatchObject({
      state: 'ask',
      confirmations: [{origin: 'https://api.example.test'}],
    });
  });

  it('takes the test mark of its target along, and only there', async () => {
    const targets = [
      {name: 'Staging', baseUrl: 'https://staging.example.test', production: false, testHeader: 'X-Test: 1'},
      {name: 'Other', baseUrl: 'https://other.example.test', production: false},
    ];
    const settings = world.settings.value.peek();
    world.settings.value.value = {...settings, replay: {...settings.replay, targets}};
    const session = store.open(buildSource('a'));
    const sentTo = [null, ...targets.map(({baseUrl}) => baseUrl)].map((target) => {
      session.choose({target});
      const plan = session.prepare();
      const list = plan.ok && plan.record.headers.state === 'known' ? plan.record.headers.list : [];
      return list.find(({name}) => name === 'X-Test')?.value;
    });
    expect(sentTo).toEqual([undefined, '1', undefined]);
  });

  it('keeps an edited draft within reach when its request is removed, and what was pasted before', async () => {
    const listed = signal<readonly string[]>(['edited', 'untouched']);
    store = createDraftStore({...world, isListed: (id) => listed.value.includes(id)});
    const edited = store.open({...buildSource('a'), id: 'edited'});
    store.open({...buildSource('b'), id: 'untouched'});
    edited.change([{from: 1, to: 1, insert: 'b'}]);
    edited.flush();
    const paste = (text: string) =>
      store.openPasted(
        {url: null, method: 'POST', headers: [], body: encode(text), credentials: [], notes: []},
        [],
      );
    const first = await paste('1');
    expect(store.unlisted.value).toEqual([]);
    listed.value = [];
    expect(store.unlisted.value).toEqual([edited]);
    const second = await paste('2');
    expect(store.unlisted.value).toEqual([edited, first]);
    store.resume(edited);
    expect(store.pasted.value).toBe(edited);
    expect(store.unlisted.value).toEqual([first, second]);
    listed.value = ['edited'];
    store.resume(first);
    expect(store.unlisted.value).toEqual([second]);
  });

  it('says why nothing can be sent, and sends nothing', async () => {
    const session = store.open(buildSource('', {body: {kind: 'missing', reason: 'blob'}}));
    expect(await store.send(session)).toMatchObject({state: 'impossible'});
    expect(world.asked).toEqual([]);
  });

  it('opens a past replay as a new draft for the same request', async () => {
    const source = buildSource('a');
    const session = store.open(source);
    session.change([{from: 1, to: 1, insert: 'b'}]);
    const sending = store.send(session);
    await world.answer(buildAnswer(200));
    await sending;
    session.change([{from: 2, to: 2, insert: 'c'}]);
    const replay = store.replays.of(session.sent.value[0] ?? '').value;
    if (!replay) throw new Error('the replay was sent from here');
    store.reopen(replay.record, source);
    expect(store.open(source).current.value.text).toBe('ab');
  });

  it('opens a past replay with the headers and credentials that this panel sent it with', async () => {
    const source = buildSource('a');
    const session = store.open(source);
    const ways = [
      {headers: [{name: 'a', value: '1'}], credentials: 'leave-out'},
      {headers: [{name: 'x-api-key', secret: 'secret-k'}], credentials: 'same-origin'},
    ] as const;
    const sent: string[] = [];
    for (const way of ways) {
      session.choose(way);
      const sending = store.send(session);
      await world.answer(buildAnswer(200));
      const attempt = await sending;
      if (attempt.state === 'sent') sent.push(attempt.replay.record.id);
    }
    session.choose({headers: []});
    for (const [place, way] of ways.entries()) {
      const record = world.records.get(sent[place] ?? '');
      if (!record) throw new Error('the replay is in the log');
      store.reopen(record, source);
      expect(store.open(source).choices.value).toMatchObject(way);
    }
  });

  it('brings back header edits that a past replay replaced, and says nothing of others', async () => {
    const source = buildSource('a');
    const session = store.open(source);
    const sent = {headers: [{name: 'a', value: '1'}], credentials: 'leave-out'} as const;
    session.choose(sent);
    const sending = store.send(session);
    await world.answer(buildAnswer(200));
    const attempt = await sending;
    const record = attempt.state === 'sent' && world.records.get(attempt.replay.record.id);
    if (!record) throw new Error('the replay is in the log');
    for (const headers of [[], [{name: 'a', value: '1'}]]) {
      session.choose({headers});
      expect(toHeaderRestore(store.reopen(record, source))).toBeNull();
    }
    const unsent = {headers: [{name: 'b', value: '2'}], credentials: 'same-origin'} as const;
    session.choose(unsent);
    const restoreHeaders = toHeaderRestore(store.reopen(record, source));
    expect(session.choices.value).toMatchObject(sent);
    restoreHeaders?.();
    expect(session.choices.value).toMatchObject(unsent);
  });

  it('opens a past replay of another panel with all of its text, and keeps the headers and credentials of the draft', () => {
    const source = buildSource('[1,2]');
    const session = store.open(source);
    session.choose({selection: 'shown', credentials: 'leave-out', headers: [{name: 'a', value: 'b'}]});
    session.event.value = 1;
    const plan = session.prepare();
    if (!plan.ok) throw new Error(plan.reason);
    store.reopen(plan.record, source);
    expect(store.open(source).choices.value).toMatchObject({
      selection: 'all',
      credentials: 'leave-out',
      headers: [{name: 'a', value: 'b'}],
    });
    expect(session.plan.value).toMatchObject({record: {body: {bytes: encode('[2]')}}});
  });

  it('opens a past replay for the target that it went to, not for where its source went', async () => {
    const baseUrl = 'https://staging.example.test/';
    const settings = world.settings.value.peek();
    const targets = [{name: 'Staging', baseUrl, production: false}];
    world.settings.value.value = {...settings, replay: {...settings.replay, targets}};
    const source = buildSource('a');
    const session = store.open(source);
    for (const target of [baseUrl, null]) {
      session.choose({target});
      const plan = session.prepare();
      if (!plan.ok) throw new Error(plan.reason);
      session.choose({target: target === null ? baseUrl : null});
      store.reopen(plan.record, source);
      expect(store.open(source).choices.value.target).toBe(target);
    }
  });

  it('opens what was pasted, with the chosen credentials only, where the user says', async () => {
    const credentials = [
      {place: 'header', name: 'x-api-key', value: 'k'},
      {place: 'header', name: 'Authorization', value: 'Bearer b'},
    ] as const;
    const pasted = {url: null, method: 'POST', headers: [], body: encode('a'), credentials, notes: []};
    const session = await store.openPasted(pasted, [credentials[0]]);
    expect(store.pasted.value).toBe(session);
    expect(session.plan.value).toMatchObject({ok: false, reason: 'The address is missing. Enter one.'});
    session.choose({address: {method: 'PUT', url: 'https://api.example.test/api/track'}});
    const plan = session.plan.value;
    if (!plan.ok) throw new Error(plan.reason);
    expect(plan.record).toMatchObject({method: 'PUT', url: 'https://api.example.test/api/track'});
    expect(plan.record.headers).toEqual({
      state: 'known',
      list: [{name: 'x-api-key', value: null, secret: 'secret-k'}],
    });
  });
});

function cut(text: string): CapturedRequest['body'] {
  return {kind: 'cut', bytes: encode(text), reason: 'cut'};
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
