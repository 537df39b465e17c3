import {describe, expect, it, vi} from 'vitest';
import {defaultSettings} from '../../../domain/settings';
import {aRequest} from '../test-support/a-request';
import {anInspection, anIssue} from '../test-support/an-inspection';
import {createMemoryLog} from '../test-support/create-memory-log';
import {createJudge} from './create-judge';
import type {Beginning, FromJudge} from './judge-messages';

const begin: Beginning = {
  tabId: 7,
  settings: defaultSettings,
  pages: [],
  suspects: [],
  setAside: [],
  coverage: null,
};

function createTestJudge(ids: readonly string[]) {
  const said: FromJudge[] = [];
  const log = createMemoryLog(ids.map((id, startedAt) => aRequest({id, startedAt})));
  const judge = createJudge({
    log,
    inspect: ({id}) => anInspection({requestId: id, issues: [anIssue({event: null})]}),
    inspectText: () => [],
    send: (message) => said.push(message),
    now: Date.now,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
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
    judge.receive({type: 'start', ...begin});
    await vi.waitFor(() => expect(said).toContainEqual({type: 'loaded'}));
    expect(said.flatMap((message) => (message.type === 'under-way' ? [message.id] : []))).toEqual([
      'a',
      'b',
      null,
    ]);
    judge.dispose();
  });

  it('lists what hung a judge before without a verdict at first, and judges it when all else is done', async () => {
    const {judge, rows} = createTestJudge(['a', 'b', 'c']);
    judge.receive({type: 'start', ...begin, suspects: ['a'], setAside: ['b']});
    await vi.waitFor(() => expect(rows()).toEqual(['a 0', 'b 0', 'c 1', 'a 1']), {timeout: 3_000});
    judge.dispose();
  });

  it('is idle when nothing is left to do, and not before', async () => {
    const {judge, said} = createTestJudge(['a']);
    judge.receive({type: 'start', ...begin});
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
});
