import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {CaptureLogEvent} from '../../../../storage/log/capture-log';
import {aRequest} from '../../test-support/a-request';
import {createRecordFeed} from './record-feed';

type Step =
  | {do: 'write'; id: string; pinned: boolean}
  | {do: 'remove'; ids: string[]}
  /** Checks everything again, as when the settings change. */
  | {do: 'judge'};

const anId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {weight: 4, arbitrary: fc.record({do: fc.constant('write' as const), id: anId, pinned: fc.boolean()})},
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('remove' as const),
      ids: fc.uniqueArray(anId, {minLength: 1, maxLength: 4}),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: fc.constant('judge' as const)})},
);

/** A log whose responses and messages each take their own time. A removed ID is never used again. */
class SlowLog {
  readonly records = new Map<string, CapturedRequest>();
  readonly gone = new Set<string>();
  tell: (event: CaptureLogEvent) => void = () => undefined;

  constructor(readonly later: fc.Scheduler) {}

  apply(step: Step): void {
    if (step.do === 'write' && !this.gone.has(step.id)) {
      const status = (statusOf(this.records.get(step.id)) ?? 199) + 1;
      this.records.set(step.id, toRecord(step, status));
      this.send({type: 'committed', ids: [step.id]});
    }
    if (step.do !== 'remove') return;
    for (const id of step.ids) {
      this.records.delete(id);
      this.gone.add(id);
    }
    this.send({type: 'removed', ids: step.ids});
  }

  private send(event: CaptureLogEvent): void {
    void this.later.schedule(Promise.resolve(event), 'message').then((message) => this.tell(message));
  }

  get(ids: readonly string[]): Promise<CapturedRequest[]> {
    return this.later.schedule(Promise.resolve(ids.flatMap((id) => this.records.get(id) ?? [])), 'get');
  }

  async *list(): AsyncGenerator<CapturedRequest[]> {
    for (const request of [...this.records.values()]) {
      const now = this.records.get(request.id);
      if (now) yield await this.later.schedule(Promise.resolve([now]), 'page');
    }
  }
}

function toRecord({id, pinned}: {id: string; pinned: boolean}, status: number): CapturedRequest {
  const headers = {state: 'known', list: []} as const;
  const body = {kind: 'missing', reason: 'empty'} as const;
  return aRequest({
    id,
    pinned,
    startedAt: id.charCodeAt(0),
    outcome: {state: 'answered', status, statusText: '', headers, body, endedAt: null},
  });
}

function statusOf(request: CapturedRequest | undefined): number | undefined {
  return request?.outcome.state === 'answered' ? request.outcome.status : undefined;
}

describe('the feed of records', () => {
  it('gives the log and nothing else, in whichever order reads, writes and their messages end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(aStep, {maxLength: 14}), async (later, steps) => {
        const log = new SlowLog(later);
        const told = new Set<string>();
        const listed = new Map<string, CapturedRequest>();
        for (const step of steps.slice(0, 3)) log.apply(step);
        const feed = createRecordFeed({
          log,
          take(request) {
            expect(told.has(request.id), 'none that is known to be gone').toBe(false);
            listed.set(request.id, request);
          },
          gone(ids) {
            for (const id of ids) listed.delete(id);
          },
          flush: () => undefined,
          now: () => 0,
          pause: () => later.schedule(Promise.resolve(), 'pause'),
          onFailure: (error) => {
            throw error;
          },
        });
        log.tell = (event) => {
          // Those of another tab, which can wait, are told in the same way.
          if (event.type === 'committed') feed.reread(event.ids, event.ids.includes('b'));
          if (event.type !== 'removed') return;
          for (const id of event.ids) told.add(id);
          feed.remove(event.ids);
        };
        const loading = feed.load(7);
        for (const step of steps.slice(3)) {
          void later.schedule(Promise.resolve(), 'step').then(() => {
            if (step.do === 'judge') feed.reread([...listed.keys()]);
            else log.apply(step);
          });
        }
        await later.waitFor(loading);
        await later.waitIdle();
        feed.dispose();
        expect(feed.isIdle()).toBe(true);
        expect(new Map([...listed].map(([id, request]) => [id, statusOf(request)]))).toEqual(
          new Map([...log.records].map(([id, request]) => [id, statusOf(request)])),
        );
      }),
      {numRuns: 1_000},
    );
  });
});
