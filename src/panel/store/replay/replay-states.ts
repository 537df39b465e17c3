import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';

/** One replay as the panel shows it: its record in the log, and the reason if it was not sent. */
export interface ReplayState {
  record: CapturedRequest;
  /** The background could not be reached or declined; null if there is no problem. */
  trouble: string | null;
}

/** The replays that were sent from this panel. */
export interface ReplayStates {
  /** By the ID of its record, whatever happens to the request that it repeats; null: it was not sent from here. */
  of(id: string): ReadonlySignal<ReplayState | null>;
  get(id: string): ReplayState | null;
  /** The replays whose result is not known yet. */
  open(): readonly ReplayState[];
  /** IDs of those that were sent from here without a known result. An ID is removed when the result is shown. */
  readonly underWay: ReadonlySignal<ReadonlySet<string>>;
  /** It is being sent from here. */
  begin(record: CapturedRequest): void;
  /** The newest state of a replay; other records are ignored. */
  set(state: ReplayState): void;
  /** The same; it is no longer pending, whatever the log says: a declined replay stays queued there. */
  end(state: ReplayState): void;
}

export function createReplayStates(): ReplayStates {
  const states = new Map<string, Signal<ReplayState | null>>();
  const underWay = signal<ReadonlySet<string>>(new Set());

  function of(id: string): Signal<ReplayState | null> {
    const known = states.get(id) ?? signal<ReplayState | null>(null);
    states.set(id, known);
    return known;
  }

  function set(state: ReplayState): void {
    const {replay, id} = state.record;
    if (!replay) return;
    batch(() => {
      of(id).value = state;
      if (!isOpen(state)) leave(id);
    });
  }

  function leave(id: string): void {
    if (underWay.peek().has(id)) underWay.value = new Set([...underWay.peek()].filter((one) => one !== id));
  }

  return {
    of,
    get: (id) => states.get(id)?.peek() ?? null,
    open: () => [...states.values()].flatMap((state) => state.peek() ?? []).filter(isOpen),
    underWay,
    begin(record) {
      underWay.value = new Set([...underWay.peek(), record.id]);
      set({record, trouble: null});
    },
    set,
    end(state) {
      batch(() => {
        set(state);
        leave(state.record.id);
      });
    },
  };
}

/** No response, failure or cancellation yet. */
function isOpen({record: {outcome}}: ReplayState): boolean {
  return outcome.state === 'queued' || outcome.state === 'pending';
}
