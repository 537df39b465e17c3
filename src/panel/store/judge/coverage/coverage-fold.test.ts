import {afterEach, describe, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {defaultSettings} from '../../../../domain/settings';
import type {Inspection} from '../../../../domain/verdict/inspection';
import type {CoverageNews, CoverageQuery} from '../../coverage/coverage-messages';
import {aRequest} from '../../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../../test-support/an-inspection';
import {createMemoryLog} from '../../test-support/create-memory-log';
import {createMemoryPlans, toPlanSource} from '../../test-support/create-memory-plans';
import {createJudge} from '../create-judge';
import type {FromJudge} from '../judge-messages';

afterEach(() => void vi.useRealTimers());

/** The body lists the names of its events; one that ends with "!" is faulty. */
function inspect({id, body}: CapturedRequest): Inspection {
  const text = body.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : '';
  const names = text.split(' ').filter((name) => name !== '');
  return anInspection({
    requestId: id,
    decoded: body.kind === 'bytes',
    events: names.map((name, index) => toEvent(id, index, name.replace('!', ''))),
    issues: names.flatMap((name, event) => (name.endsWith('!') ? [anIssue({event})] : [])),
  });
}

/** All are different, since duplicates would be an issue. */
function toEvent(id: string, index: number, name: string) {
  const properties = {plan: 'free', place: `${id}-${index}`};
  return anEvent({index, name, value: {event_name: name, properties}});
}

function sent(id: string, names: string, startedAt = 1000): CapturedRequest {
  return aRequest({id, startedAt, body: {kind: 'bytes', bytes: new TextEncoder().encode(names)}});
}

const query: CoverageQuery = {plan: null, run: {start: null, end: null}, expectations: []};

function createTestJudge(records: readonly CapturedRequest[]) {
  const said: FromJudge[] = [];
  const log = createMemoryLog(records);
  const get = vi.spyOn(log, 'get');
  const judged: string[] = [];
  const judge = createJudge({
    log,
    inspect(request) {
      judged.push(request.id);
      return inspect(request);
    },
    inspectText: () => [],
    planSource: toPlanSource(createMemoryPlans()),
    send: (message) => said.push(structuredClone(message)),
    now: Date.now,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });
  const news = () => said.flatMap((message) => (message.type === 'coverage' ? [message.news] : []));
  /** The rows of a view that received all messages. */
  const rows = () => {
    const mirror = new Map<string, string>();
    for (const {isWhole, rows: changed, gone} of news()) {
      if (isWhole) mirror.clear();
      for (const id of gone) mirror.delete(id);
      for (const {id, seen, faulty} of changed) mirror.set(id, `${id} ${faulty}/${seen}`);
    }
    return [...mirror.values()].sort();
  };
  return {
    judge,
    log,
    said,
    get,
    judged,
    news,
    rows,
    async start(coverage: CoverageQuery | null = null) {
      judge.receive({
        type: 'start',
        tabId: 7,
        settings: defaultSettings,
        pages: [],
        suspects: [],
        setAside: [],
        coverage,
        filter: null,
        planParts: [],
        isCareful: false,
      });
      await vi.waitFor(() => expect(said).toContainEqual({type: 'loaded'}));
    },
    async put(...requests: CapturedRequest[]) {
      for (const request of requests) await log.put(request);
      judge.receive({type: 'committed', ids: requests.map(({id}) => id)});
    },
  };
}

describe('coverage in the judge', () => {
  it('costs nothing before it is first opened, and reads each record once then', async () => {
    const test = createTestJudge([sent('a', 'A A!'), sent('b', 'A')]);
    await test.start();
    expect([test.judged, test.news(), test.get.mock.calls]).toEqual([['a', 'b'], [], []]);
    test.judge.receive({type: 'coverage', query});
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/A 1/3']));
    expect(test.judged).toEqual(['a', 'b', 'a', 'b']);
    test.judge.receive({type: 'coverage', query: null});
    test.judge.receive({type: 'coverage', query});
    await vi.waitFor(() => expect(test.news().at(-1)).toMatchObject({isWhole: true, counted: 2, total: 2}));
    expect(test.judged).toHaveLength(4);
    test.judge.dispose();
  });

  it('follows what is new, changed and gone, and tells only of rows that differ', async () => {
    const test = createTestJudge([sent('a', 'A B'), sent('b', 'B!')]);
    await test.start(query);
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/A 0/1', 'track/B 1/2']));
    await test.put(sent('b', 'B'), sent('c', 'C'));
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/A 0/1', 'track/B 0/2', 'track/C 0/1']));
    expect(test.news().at(-1)?.isWhole).toBe(false);
    expect(
      test
        .news()
        .slice(1)
        .flatMap(({rows}) => rows.map(({name}) => name)),
    ).not.toContain('A');
    test.judge.receive({type: 'removed', ids: ['a']});
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/B 0/1', 'track/C 0/1']));
    test.judge.dispose();
  });

  it('keeps the order of what was sent in one millisecond, whichever is answered first', async () => {
    const isFirst = (first: string, next: string) =>
      ({id: first, kind: 'before', first, next, pages: null}) as const;
    const test = createTestJudge([sent('a', 'A'), sent('b', 'B')]);
    await test.start({...query, expectations: [isFirst('A', 'B'), isFirst('B', 'A')]});
    const states = () =>
      test
        .news()
        .at(-1)
        ?.expectations.map(({state}) => state);
    await vi.waitFor(() => expect(states()).toEqual(['met', 'broken']));
    for (const names of ['A C', 'A D']) {
      await test.put(sent('a', names));
      await vi.waitFor(() => expect(test.rows()).toContain(`track/${names.at(-1)} 0/1`));
      expect(states()).toEqual(['met', 'broken']);
    }
    test.judge.dispose();
  });

  it('counts while it is closed, and tells nothing', async () => {
    vi.useFakeTimers();
    const test = createTestJudge([sent('a', 'A')]);
    await test.start(query);
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/A 0/1']));
    test.judge.receive({type: 'coverage', query: null});
    const told = test.news().length;
    await test.put(sent('b', 'A!'));
    await vi.waitFor(() => expect(test.judged).toContain('b'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(test.news()).toHaveLength(told);
    test.judge.receive({type: 'coverage', query});
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/A 1/2']));
    test.judge.dispose();
  });

  it('a record that changes while all are read is counted once, as it is now', async () => {
    const test = createTestJudge([sent('a', 'Old'), sent('b', 'B')]);
    await test.start();
    const {get} = test.log;
    test.log.get = async (ids) => {
      const found = await get(ids);
      test.log.get = get;
      await test.put(sent('a', 'New'));
      await vi.waitFor(() => expect(test.judged.filter((id) => id === 'a')).toHaveLength(2));
      return found;
    };
    test.judge.receive({type: 'coverage', query});
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/B 0/1', 'track/New 0/1']));
    test.judge.dispose();
  });

  it('begins a run by a moment, and reads nothing for it', async () => {
    const test = createTestJudge([sent('a', 'A', 1000), sent('b', 'B', 2000)]);
    await test.start(query);
    await vi.waitFor(() => expect(test.rows()).toHaveLength(2));
    const judged = test.judged.length;
    test.judge.receive({type: 'coverage', query: {...query, run: {start: 1500, end: null}}});
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/B 0/1']));
    expect(test.judged).toHaveLength(judged);
    test.judge.dispose();
  });

  it('says what could not be read, and what a row folds out to', async () => {
    const blob = aRequest({id: 'b', body: {kind: 'missing', reason: 'blob'}});
    const test = createTestJudge([sent('a', 'A A! A'), blob]);
    await test.start(query);
    await vi.waitFor(() => expect(test.news().at(-1)).toMatchObject({counted: 2, unreadable: 1}));
    test.judge.receive({type: 'ask', number: 1, question: {kind: 'row', id: 'track/A'}});
    test.judge.receive({type: 'ask', number: 2, question: {kind: 'issues'}});
    await vi.waitFor(() => expect(test.said.filter(({type}) => type === 'answer')).toHaveLength(2));
    const [row, issues] = test.said.flatMap((message) => (message.type === 'answer' ? [message.answer] : []));
    expect(row).toMatchObject({
      events: [{event: 1}, {event: 2}, {event: 0}],
      properties: [
        {name: 'plan', sent: 3},
        {name: 'place', sent: 3},
      ],
    });
    expect(issues).toMatchObject([{name: 'A', row: 'track/A', issue: {event: 1}}]);
    test.judge.dispose();
  });

  it('holds the run against expectations, in the order in which things happened', async () => {
    const test = createTestJudge([sent('b', 'B', 2000), sent('a', 'A', 1000)]);
    const expectations: CoverageQuery['expectations'] = [
      {id: 'order', pages: null, kind: 'before', first: 'A', next: 'B'},
      {id: 'once', pages: null, kind: 'count', event: 'A', bound: 'exactly', count: 2},
    ];
    await test.start({...query, expectations});
    const states = () =>
      test
        .news()
        .at(-1)
        ?.expectations.map(({id, state}) => `${id} ${state}`);
    await vi.waitFor(() => expect(states()).toEqual(['order met', 'once broken']));
    await test.put(sent('c', 'A', 3000));
    await vi.waitFor(() => expect(states()).toEqual(['order met', 'once met']));
    test.judge.dispose();
  });

  it('what cannot be read is told, and read when it is opened again', async () => {
    const test = createTestJudge([sent('a', 'A')]);
    await test.start();
    const {get} = test.log;
    test.log.get = () => Promise.reject(new Error('No disk.'));
    test.judge.receive({type: 'coverage', query});
    await vi.waitFor(() => expect(test.said).toContainEqual({type: 'failure', reason: 'No disk.'}));
    test.log.get = get;
    test.judge.receive({type: 'coverage', query});
    await vi.waitFor(() => expect(test.rows()).toEqual(['track/A 0/1']));
    test.judge.dispose();
  });
});

it('news are data that can be cloned', async () => {
  const test = createTestJudge([sent('a', 'A!')]);
  await test.start(query);
  await vi.waitFor(() => expect(test.rows()).toHaveLength(1));
  const [first] = test.news() satisfies CoverageNews[];
  expect(first?.rows[0]).toMatchObject({id: 'track/A', rule: null, grade: 'never-right'});
  test.judge.dispose();
});
