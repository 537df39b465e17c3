import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  cancel,
  createSequence,
  nextSends,
  pause,
  reportResult,
  resume,
  type Sequence,
  sendFailedAgain,
  toProgress,
  toSendResult,
} from './sequence';

const ok = toSendResult(200);

/** Takes everything that is due and gives each send its result immediately. */
function runToEnd(start: Sequence, resultOf: (id: string) => number): {sequence: Sequence; sent: string[]} {
  let sequence = start;
  const sent: string[] = [];
  for (let now = 0; now < 10_000; now++) {
    const step = nextSends(sequence, now);
    sequence = step.sequence;
    for (const id of step.send) {
      sent.push(id);
      sequence = reportResult(sequence, id, toSendResult(resultOf(id)));
    }
    if (toProgress(sequence).isOver) break;
  }
  return {sequence, sent};
}

describe('a sequence', () => {
  it('sends one after the other, each after the answer to the one before', () => {
    const first = nextSends(createSequence(['a', 'b'], {concurrency: 1, intervalMs: 0}), 0);
    expect(first.send).toEqual(['a']);
    expect(nextSends(first.sequence, 1)).toMatchObject({send: [], wakeAt: null});
    expect(nextSends(reportResult(first.sequence, 'a', ok), 2).send).toEqual(['b']);
  });

  it('has as many under way as chosen', () => {
    const first = nextSends(createSequence(['a', 'b', 'c'], {concurrency: 2, intervalMs: 0}), 0);
    expect(first.send).toEqual(['a', 'b']);
    expect(nextSends(reportResult(first.sequence, 'b', ok), 0).send).toEqual(['c']);
  });

  it('keeps the pace and says when to ask again', () => {
    const first = nextSends(createSequence(['a', 'b'], {concurrency: 5, intervalMs: 100}), 1_000);
    expect(first).toMatchObject({send: ['a'], wakeAt: 1_100});
    expect(nextSends(first.sequence, 1_099)).toMatchObject({send: [], wakeAt: 1_100});
    expect(nextSends(first.sequence, 1_100)).toMatchObject({send: ['b'], wakeAt: null});
  });

  it.each([0, 100])('does not wait for a clock that was set back (pace: %s ms)', (intervalMs) => {
    const first = nextSends(createSequence(['a', 'b'], {concurrency: 1, intervalMs}), 3_600_000);
    expect(nextSends(reportResult(first.sequence, 'a', ok), 5_000)).toMatchObject({
      send: ['b'],
      wakeAt: null,
    });
  });

  it('holds while paused and goes on where it was', () => {
    const paused = pause(createSequence(['a'], {concurrency: 1, intervalMs: 0}));
    expect(nextSends(paused, 0).send).toEqual([]);
    expect(nextSends(resume(paused), 0).send).toEqual(['a']);
  });

  it('sends nothing after a cancel and still takes the result of what was under way', () => {
    const first = nextSends(createSequence(['a', 'b'], {concurrency: 1, intervalMs: 0}), 0).sequence;
    const cancelled = reportResult(cancel(first), 'a', ok);
    expect(nextSends(resume(cancelled), 0).send).toEqual([]);
    expect(toProgress(cancelled)).toMatchObject({accepted: 1, cancelled: 1, isOver: true});
  });

  it('sends the failed again, under new ids, and nothing else', () => {
    const {sequence} = runToEnd(createSequence(['a', 'b', 'c'], {concurrency: 1, intervalMs: 0}), (id) =>
      id === 'b' ? 500 : 200,
    );
    expect(toProgress(sequence)).toMatchObject({accepted: 2, failed: 1, isOver: true});
    const again = runToEnd(
      sendFailedAgain(sequence, (id) => `${id}-2`),
      () => 200,
    );
    expect(again.sent).toEqual(['b-2']);
    expect(toProgress(again.sequence)).toMatchObject({accepted: 3, failed: 0});
  });

  it('never sends by itself what may have arrived', () => {
    const underWay = nextSends(createSequence(['a', 'b'], {concurrency: 1, intervalMs: 0}), 0).sequence;
    const recovered = pause(
      reportResult(underWay, 'a', {kind: 'unknown', reason: 'The background stopped.'}),
    );
    expect(toProgress(recovered)).toMatchObject({unknown: 1, waiting: 1});
    expect(nextSends(recovered, 0).send).toEqual([]);
    expect(nextSends(resume(recovered), 0).send).toEqual(['b']);
    expect(
      runToEnd(
        sendFailedAgain(recovered, (id) => `${id}-2`),
        () => 200,
      ).sent,
    ).toEqual(['b']);
  });

  it('takes the same replay into line once', () => {
    expect(createSequence(['a', 'a'], {concurrency: 2, intervalMs: 0}).items).toHaveLength(1);
  });

  it('hands out each item at most once, whatever happens in whatever order', () => {
    const event = fc.oneof(
      fc.record({type: fc.constant('ask' as const), now: fc.nat(1000)}),
      fc.record({
        type: fc.constant('report' as const),
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        status: fc.constantFrom(200, 500),
      }),
      fc.record({type: fc.constantFrom('pause' as const, 'resume' as const)}),
    );
    fc.assert(
      fc.property(
        fc.array(event),
        fc.integer({min: 1, max: 3}),
        fc.nat(50),
        (events, concurrency, intervalMs) => {
          let sequence = createSequence(['a', 'b', 'c', 'd'], {concurrency, intervalMs});
          const sent: string[] = [];
          for (const happening of events) {
            if (happening.type === 'ask') {
              const step = nextSends(sequence, happening.now);
              sequence = step.sequence;
              sent.push(...step.send);
            } else if (happening.type === 'report') {
              sequence = reportResult(sequence, happening.id, toSendResult(happening.status));
            } else sequence = {pause, resume}[happening.type](sequence);
            expect(toProgress(sequence).sending).toBeLessThanOrEqual(concurrency);
          }
          expect(new Set(sent).size).toBe(sent.length);
          expect(sent).toEqual([...sent].sort());
        },
      ),
    );
  });
});

describe('toSendResult', () => {
  it.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [302, 'refused'],
    [400, 'refused'],
    [500, 'refused'],
    [0, 'refused'],
  ])('takes %i for %s', (status, kind) => {
    expect(toSendResult(status).kind).toBe(kind);
  });
});
