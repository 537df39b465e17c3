import {describe, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {inspectRequest} from '../../../domain/inspect-request';
import {defaultSettings} from '../../../domain/settings';
import {unpackEntry} from '../log/pack-entry';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {createMemoryLog} from '../test-support/create-memory-log';
import {aStoredPlan, createMemoryPlans, toPlanSource} from '../test-support/create-memory-plans';
import {createJudge} from './create-judge';
import type {JudgeDependencies} from './create-judge-parts';
import type {FromJudge, StartOptions} from './judge-messages';

const options: StartOptions = {
  tabId: 7,
  settings: defaultSettings,
  pages: [],
  suspects: [],
  setAside: [],
  coverage: null,
  filter: null,
  planParts: [],
  isCareful: false,
};

const failing = ({id}: CapturedRequest) => anInspection({requestId: id, issues: [anIssue({event: null})]});

function createTestJudge(ids: readonly string[], changes: Partial<JudgeDependencies> = {}) {
  const said: FromJudge[] = [];
  const log = createMemoryLog(ids.map((id, startedAt) => aRequest({id, startedAt})));
  const judge = createJudge({
    log,
    inspect: failing,
    inspectText: () => [],
    planSource: toPlanSource(createMemoryPlans()),
    send: (message) => said.push(message),
    now: Date.now,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    ...changes,
  });
  const rows = () => {
    const listed = said.flatMap((message) => (message.type === 'listed' ? message.entries : []));
    return listed.map(({id, own}) => `${id} ${own.errors}`);
  };
  return {judge, log, said, rows};
}

describe('the judge', () => {
  it('names each record before it judges it', async () => {
    const {judge, said} = createTestJudge(['a', 'b']);
    judge.receive({type: 'start', ...options});
    await vi.waitFor(() => expect(said).toContainEqual({type: 'loaded'}));
    expect(said.flatMap((message) => (message.type === 'under-way' ? [message.id] : []))).toEqual([
      'a',
      'b',
      null,
    ]);
    judge.dispose();
  });

  it('counts what the log has for a filter word, once the list follows the filter, and only for the newest', async () => {
    const inspect = ({id}: CapturedRequest) =>
      anInspection({requestId: id, events: [anEvent({name: 'sent'})]});
    const {judge, said} = createTestJudge(['a', 'b'], {inspect});
    judge.receive({type: 'start', ...options});
    await vi.waitFor(() => expect(said).toContainEqual({type: 'loaded'}));
    const question = {kind: 'filter-values', fields: ['event'], text: 's', property: null, limit: 3} as const;
    const terms = [{field: 'text', value: 's', negated: false}] as const;
    judge.receive({type: 'filter', filter: {number: 1, terms, severity: 'all'}});
    judge.receive({type: 'ask', number: 1, question});
    judge.receive({type: 'ask', number: 2, question});
    const answers = () => said.filter(({type}) => type === 'answer' || type === 'matches');
    await vi.waitFor(() => expect(answers()).toHaveLength(3));
    expect(answers()).toContainEqual({type: 'answer', number: 1, answer: null});
    expect(answers().at(-1)).toEqual({
      type: 'answer',
      number: 2,
      answer: [{field: 'event', value: 'sent', count: 2}],
    });
    judge.dispose();
  });

  it('lists what hung a judge before without a verdict at first, and judges it when all else is done', async () => {
    const {judge, rows} = createTestJudge(['a', 'b', 'c']);
    judge.receive({type: 'start', ...options, suspects: ['a'], setAside: ['b']});
    await vi.waitFor(() => expect(rows()).toEqual(['a 0', 'b 0', 'c 1', 'a 1']), {timeout: 3_000});
    judge.dispose();
  });

  it('lists what it could not check, says so, and goes on', async () => {
    const inspect = (request: CapturedRequest) => {
      if (request.id === 'b') throw new RangeError('Array buffer allocation failed');
      return failing(request);
    };
    const {judge, said, rows} = createTestJudge(['a', 'b', 'c'], {inspect});
    judge.receive({type: 'start', ...options});
    await vi.waitFor(() => expect(rows()).toEqual(['a 1', 'b 0', 'c 1']));
    expect(said).toContainEqual({
      type: 'failure',
      reason: `The request to ${aRequest().url} was not checked: Array buffer allocation failed`,
    });
    judge.dispose();
  });

  it('is idle when nothing is left to do, and not before', async () => {
    const {judge, said} = createTestJudge(['a']);
    judge.receive({type: 'start', ...options});
    judge.receive({type: 'ping', number: 1});
    expect(said).toContainEqual({type: 'pong', number: 1, idle: false});
    await vi.waitFor(() => {
      judge.receive({type: 'ping', number: 2});
      expect(said).toContainEqual({type: 'pong', number: 2, idle: true});
    });
    judge.dispose();
  });

  it('answers with null what is gone, and refuses where the log cannot be read', async () => {
    const {judge, said, log} = createTestJudge([]);
    judge.receive({type: 'ask', number: 1, question: {kind: 'read', id: 'gone'}});
    await vi.waitFor(() => expect(said).toContainEqual({type: 'answer', number: 1, answer: null}));
    log.get = () => Promise.reject(new Error('No disk.'));
    judge.receive({type: 'ask', number: 2, question: {kind: 'read', id: 'a'}});
    await vi.waitFor(() => expect(said).toContainEqual({type: 'refusal', number: 2, reason: 'No disk.'}));
    judge.dispose();
  });

  it('checks of a draft only the newest text, and names what it answers', async () => {
    const {judge, said} = createTestJudge([]);
    const ask = (number: number, draft: string) =>
      judge.receive({
        type: 'ask',
        number,
        question: {kind: 'check-draft', draft, request: aRequest({id: `of ${number}`}), sourceUrl: null},
      });
    ask(1, 'd1');
    ask(2, 'd1');
    ask(3, 'd2');
    await vi.waitFor(() => expect(said.filter(({type}) => type === 'answer')).toHaveLength(3));
    expect(said.filter(({type}) => type === 'answer')).toMatchObject([
      {number: 1, answer: null},
      {number: 2, answer: {requestId: 'of 2', issues: [{code: 'bad-timestamp'}]}},
      {number: 3, answer: {requestId: 'of 3'}},
    ]);
    expect(said).toContainEqual({type: 'under-way', id: null, question: 2});
    expect(said).not.toContainEqual({type: 'under-way', id: null, question: 1});
    judge.dispose();
  });

  it('tells of a draft where its events are, and leaves their values where they came from', async () => {
    const {judge, said} = createTestJudge([], {inspect: (request) => inspectRequest(request)});
    const body = {kind: 'bytes', bytes: new TextEncoder().encode('[{"event_name": "invite_sent"}]')} as const;
    const sourceUrl = aRequest().url;
    const request = aRequest({body, url: 'https://staging.example.test/track'});
    judge.receive({type: 'ask', number: 1, question: {kind: 'check-draft', draft: 'd', request, sourceUrl}});
    await vi.waitFor(() => expect(said.filter(({type}) => type === 'answer')).toHaveLength(1));
    const [answer] = said.flatMap((message) => (message.type === 'answer' ? [message.answer] : []));
    expect(answer).toMatchObject({protocol: 'thrivestack-track', decoded: true});
    expect(answer).toHaveProperty('events', [{index: 0, name: 'invite_sent', pointer: '/0'}]);
    judge.dispose();
  });

  it('says what the documents say of an event, in data that can be sent', async () => {
    const {judge, said} = createTestJudge([]);
    const question = {
      kind: 'describe-event',
      protocol: 'thrivestack-track',
      type: 'track',
      name: 'signed_up',
    } as const;
    judge.receive({type: 'ask', number: 1, question});
    await vi.waitFor(() => expect(said.filter(({type}) => type === 'answer')).toHaveLength(1));
    const [message] = structuredClone(said.filter(({type}) => type === 'answer'));
    expect(message).toMatchObject({
      answer: {
        eventNames: expect.arrayContaining(['signed_up']),
        fields: {
          properties: {
            properties: {
              properties: {user_email: expect.objectContaining({description: expect.any(String)})},
            },
          },
        },
      },
    });
    judge.dispose();
  });
});

describe('tracking plans in the judge', () => {
  it('are read before the first row, judge again when they change, and have their rows in coverage', async () => {
    const schema = {type: 'object', required: ['plan']};
    const plans = createMemoryPlans([aStoredPlan({'Signed Up': schema, 'Never Sent': schema})]);
    const value = {event_name: 'Signed Up', properties: {}};
    const {judge, said, rows} = createTestJudge(['a'], {
      planSource: toPlanSource(plans),
      inspect: ({id}) => anInspection({requestId: id, events: [anEvent({name: 'Signed Up', value})]}),
    });
    judge.receive({
      type: 'start',
      ...options,
      coverage: {plan: 'json-schema:Product', run: {start: null, end: null}, expectations: []},
    });
    const codes = () =>
      said.flatMap((message) =>
        message.type === 'listed'
          ? message.entries.map((entry) => unpackEntry(entry).events[0]?.codes.join())
          : [],
      );
    await vi.waitFor(() => expect(codes()).toEqual(['plan/missing-property']), {timeout: 20_000});
    const seen = () => {
      const news = said.flatMap((message) => (message.type === 'coverage' ? [message.news] : []));
      return news.at(-1)?.rows.map(({id, seen, faulty}) => `${id} ${faulty}/${seen}`);
    };
    await vi.waitFor(() => expect(seen()).toEqual(['track/Signed Up 1/1', 'track/Never Sent 0/0']));
    await plans.update('json-schema:Product', (plan) => ({...plan, isOn: false}));
    await vi.waitFor(() => expect(codes()).toEqual(['plan/missing-property', '']));
    expect(said.filter(({type}) => type === 'plans').at(-1)).toEqual({type: 'plans', plans: []});
    expect(rows()).toHaveLength(2);
    judge.dispose();
  });

  it('judge drafts too, and say what they know of an event', async () => {
    const schema = {type: 'object', properties: {plan: {enum: ['free', 'pro']}}, required: ['plan']};
    const plans = createMemoryPlans([aStoredPlan({'Signed Up': schema})]);
    const value = {event_name: 'Signed Up', properties: {}};
    const {judge, said} = createTestJudge([], {
      planSource: toPlanSource(plans),
      inspect: ({id}) => anInspection({requestId: id, events: [anEvent({name: 'Signed Up', value})]}),
    });
    judge.receive({type: 'start', ...options});
    await vi.waitFor(() => expect(said).toContainEqual({type: 'loaded'}), {timeout: 20_000});
    const draft = {draft: 'd', request: aRequest(), sourceUrl: null};
    judge.receive({type: 'ask', number: 1, question: {kind: 'check-draft', ...draft}});
    await vi.waitFor(() => expect(said.filter(({type}) => type === 'answer')).toHaveLength(1));
    expect(said.find(({type}) => type === 'answer')).toMatchObject({
      answer: {issues: [{code: 'plan/missing-property', pointer: '/properties/plan'}]},
    });
    const about = {protocol: 'thrivestack-track', type: 'track', name: 'Signed Up'} as const;
    judge.receive({type: 'ask', number: 2, question: {kind: 'describe-event', ...about}});
    await vi.waitFor(() => expect(said.filter(({type}) => type === 'answer')).toHaveLength(2));
    expect(structuredClone(said.findLast(({type}) => type === 'answer'))).toMatchObject({
      answer: {
        eventNames: expect.arrayContaining(['Signed Up', 'signed_up']),
        fields: {properties: {properties: {properties: {plan: {values: ['free', 'pro']}}}}},
      },
    });
    judge.dispose();
  });
});
