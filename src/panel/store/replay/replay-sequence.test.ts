import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {CapturedRequest, Outcome} from '../../../domain/capture/captured-request';
import {buildAnswer, buildSource} from '../draft/draft-fakes';
import {type ReplaySequence, startReplaySequence} from './replay-sequence';
import type {ReplayState} from './replay-states';
import {toSequenceResult} from './to-sequence-result';

const failed: Outcome = {state: 'failed', error: 'refused', endedAt: 1};
let sent: string[];
let waiting: Map<string, (state: ReplayState) => void>;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  waiting = new Map();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(count: number, pace = {concurrency: 1, intervalMs: 0}): ReplaySequence {
  const items = Array.from({length: count}, (_, index) => buildSource('{}', {id: `r${index}`}));
  const send = async (record: CapturedRequest) => {
    sent.push(record.id);
    return toSequenceResult(await new Promise<ReplayState>((resolve) => waiting.set(record.id, resolve)));
  };
  const renew = (record: CapturedRequest) => ({...record, id: `${record.id}again`});
  return startReplaySequence({items, send, pace, now: () => Date.now(), renew});
}

async function end(id: string, outcome: Outcome, trouble: string | null = null): Promise<void> {
  waiting.get(id)?.({record: buildSource('{}', {id, outcome}), trouble});
  await vi.advanceTimersByTimeAsync(0);
}

describe('a sequence of replays', () => {
  it('sends one after the other, in order', async () => {
    const {progress} = start(3);
    expect(sent).toEqual(['r0']);
    await end('r0', buildAnswer(200));
    expect(sent).toEqual(['r0', 'r1']);
    await end('r1', buildAnswer(200));
    await end('r2', buildAnswer(200));
    expect(progress.value).toMatchObject({accepted: 3, isOver: true});
  });

  it('keeps its pace', async () => {
    start(2, {concurrency: 2, intervalMs: 1000});
    await vi.advanceTimersByTimeAsync(900);
    expect(sent).toEqual(['r0']);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual(['r0', 'r1']);
  });

  it('pauses, goes on, and is cancelled', async () => {
    const sequence = start(3);
    sequence.pause();
    await end('r0', buildAnswer(200));
    expect(sent).toEqual(['r0']);
    sequence.resume();
    expect(sent).toEqual(['r0', 'r1']);
    sequence.cancel();
    await end('r1', buildAnswer(200));
    expect(sent).toEqual(['r0', 'r1']);
    expect(sequence.progress.value).toMatchObject({accepted: 2, cancelled: 1, isOver: true});
  });

  it('sends the failed again, under ids of their own, and nothing else', async () => {
    const sequence = start(4);
    await end('r0', buildAnswer(200));
    await end('r1', buildAnswer(500));
    await end('r2', failed);
    await end('r3', {state: 'unknown', reason: 'the background stopped'});
    sequence.sendFailedAgain();
    await end('r1again', buildAnswer(200));
    await end('r2again', buildAnswer(200));
    expect(sent).toEqual(['r0', 'r1', 'r2', 'r3', 'r1again', 'r2again']);
    expect(sequence.progress.value).toMatchObject({accepted: 3, unknown: 1, failed: 0, isOver: true});
  });

  it('goes on after one whose result is unknown', async () => {
    const sent: string[] = [];
    const send = async ({id}: {id: string}) => {
      sent.push(id);
      if (id === 'r0') throw new Error('the log cannot be read');
      return {kind: 'accepted', status: 200} as const;
    };
    const pace = {concurrency: 1, intervalMs: 0};
    const items = [{id: 'r0'}, {id: 'r1'}];
    const {progress} = startReplaySequence({items, send, pace, now: Date.now, renew: (item) => item});
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['r0', 'r1']);
    expect(progress.value).toMatchObject({accepted: 1, unknown: 1, isOver: true});
  });

  it.each<[string, Outcome, string, string | null]>([
    ['was never taken to be sent', {state: 'queued'}, 'failed', 'The extension was updated.'],
    ['failed', failed, 'failed', null],
    // The server may have recorded it: if it is sent again, it may be counted twice.
    ['failed after an answer began', {...failed, status: 200}, 'unknown', null],
    ['was on its way when contact was lost', {state: 'pending'}, 'unknown', 'The extension was updated.'],
    ['was sent and cleared from the log meanwhile', {state: 'queued'}, 'unknown', null],
  ])('takes one that %s for %s', async (_, outcome, kind, trouble) => {
    const {sequence} = start(1);
    await end('r0', outcome, trouble);
    expect(sequence.value.items[0]?.state).toMatchObject({kind});
  });
});
