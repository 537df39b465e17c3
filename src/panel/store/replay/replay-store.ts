import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {ReplayDependencies} from './replay-dependencies';
import {createReplaySender, type SendResult} from './replay-sender';

/** One replay as the panel shows it: its record as the log has it, and what kept it from being sent. */
export interface ReplayState {
  record: CapturedRequest;
  /** The background could not be reached or declined; null while all is well. */
  trouble: string | null;
}

/** The replays of this panel: sent from here, or met in the log. */
export interface ReplayStore {
  /** The replays of a request, oldest first. */
  of(sourceId: string | null): ReadonlySignal<readonly ReplayState[]>;
  get(id: string): ReplayState | undefined;
  /** Ids of those that were sent from here and whose result is not known yet. It goes in the moment in which that is shown. */
  readonly underWay: ReadonlySignal<ReadonlySet<string>>;
  /** Takes in what was read from the log; what is no replay is passed over. */
  remember(requests: readonly CapturedRequest[]): void;
  /** Stores and sends a planned record; resolves when its result is known, or can never be known. */
  send(record: CapturedRequest): Promise<ReplayState>;
  cancel(id: string): Promise<void>;
  /** Stops listening. */
  close(): void;
}

export function createReplayStore(deps: ReplayDependencies): ReplayStore {
  const sender = createReplaySender(deps);
  const states = new Map<string, ReplayState>();
  const bySource = new Map<string | null, Signal<readonly ReplayState[]>>();
  const underWay = signal<ReadonlySet<string>>(new Set());

  const of = (sourceId: string | null) => {
    const known = bySource.get(sourceId) ?? signal<readonly ReplayState[]>([]);
    bySource.set(sourceId, known);
    return known;
  };
  const set = (state: ReplayState) => {
    const {replay, id} = state.record;
    if (!replay) return;
    states.set(id, state);
    const siblings = of(replay.sourceId);
    batch(() => {
      siblings.value = [...siblings.value.filter(({record}) => record.id !== id), state].sort(bySending);
      if (!isOpen(state.record)) end(id);
    });
  };
  const end = (id: string) => {
    if (underWay.peek().has(id)) underWay.value = new Set([...underWay.peek()].filter((one) => one !== id));
  };
  const remember = (requests: readonly CapturedRequest[]) => {
    for (const record of requests) {
      if (record.replay) set({record, trouble: states.get(record.id)?.trouble ?? null});
    }
  };
  const readAgain = async (ids: readonly string[]) => {
    const replays = ids.filter((id) => states.has(id));
    if (replays.length > 0) remember(await deps.log.get(replays));
  };
  const settle = (record: CapturedRequest, result: SendResult): ReplayState => {
    const latest = states.get(record.id)?.record ?? record;
    const state = {record: latest, trouble: result.ok ? null : result.reason};
    batch(() => {
      set(state);
      // What was declined stays queued in the log.
      end(record.id);
    });
    return state;
  };
  const tell = (error: unknown) => {
    for (const state of states.values()) {
      if (isOpen(state.record)) set({...state, trouble: `The log cannot be read: ${String(error)}`});
    }
  };

  const unsubscribe = deps.subscribe((message) => {
    if (message.type === 'committed') readAgain(message.ids).catch(tell);
  });

  return {
    of,
    get: (id) => states.get(id),
    underWay,
    remember,
    async send(record) {
      underWay.value = new Set([...underWay.peek(), record.id]);
      set({record, trouble: null});
      const result = await sender.send(record);
      // Word of it may still be on its way: the log has the truth.
      await readAgain([record.id]).catch(tell);
      return settle(record, result);
    },
    cancel: sender.cancel,
    close: unsubscribe,
  };
}

/** Not yet answered, failed or given up. */
function isOpen({outcome}: CapturedRequest): boolean {
  return outcome.state === 'queued' || outcome.state === 'pending';
}

function bySending(a: ReplayState, b: ReplayState): number {
  return (a.record.startedAt ?? 0) - (b.record.startedAt ?? 0);
}
