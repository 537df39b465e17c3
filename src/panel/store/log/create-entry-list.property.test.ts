import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {CaptureLogEvent} from '../../../storage/log/capture-log';
import {aRequest} from '../test-support/a-request';
import {anInspection} from '../test-support/an-inspection';
import {createEntryList} from './create-entry-list';

type Step =
  | {do: 'write'; id: string; pinned: boolean}
  | {do: 'remove'; ids: string[]}
  /** Everything is judged anew, as when the settings change. */
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

/** A log whose answers and whose messages each take their own time. An id that was removed never comes back. */
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

describe('the list of requests', () => {
  it('shows the log and nothing else, in whichever order reads, writes and their messages end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(aStep, {maxLength: 14}), async (later, steps) => {
        const log = new SlowLog(later);
        const told = new Set<string>();
        for (const step of steps.slice(0, 3)) log.apply(step);
        const list = createEntryList({
          tabId: 7,
          log,
          inspect: ({id}) => anInspection({requestId: id}),
          onInspected: () => undefined,
          now: () => 0,
          pause: () => later.schedule(Promise.resolve(), 'pause'),
          onFailure: (error) => {
            throw error;
          },
        });
        log.tell = (event) => {
          if (event.type === 'committed') list.reread(event.ids);
          if (event.type !== 'removed') return;
          for (const id of event.ids) told.add(id);
          list.remove(event.ids);
        };
        const stop = list.entries.subscribe((entries) => {
          const ids = entries.map(({id}) => id);
          expect(new Set(ids).size, 'each once').toBe(ids.length);
          expect(
            ids.filter((id) => told.has(id)),
            'none that is known to be gone',
          ).toEqual([]);
          expect(
            ids.filter((id) => !log.records.has(id) && !log.gone.has(id)),
            'none invented',
          ).toEqual([]);
        });
        const loading = list.load();
        for (const step of steps.slice(3)) {
          void later.schedule(Promise.resolve(), 'step').then(() => {
            if (step.do === 'judge') list.rereadAll();
            else log.apply(step);
          });
        }
        await later.waitFor(loading);
        await later.waitIdle();
        stop();
        list.dispose();
        expect(list.entries.value.map(({id, answer}) => [id, answer?.status])).toEqual(
          [...log.records.values()].map((request) => [request.id, statusOf(request)]).sort(),
        );
      }),
      {numRuns: 1_000},
    );
  });
});
