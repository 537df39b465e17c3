import {type ReadonlySignal, signal} from '@preact/signals';
import type {ReplayPlan} from '../../../domain/replay/plan-replay';
import type {SendResult, SequencePace} from '../../../domain/replay/sequence';
import {createReplaySender} from '../replay/replay-sender';
import {type ReplaySequence, startReplaySequence} from '../replay/replay-sequence';
import {toSequenceResult} from '../replay/to-sequence-result';
import type {ResendDependencies} from './resend-dependencies';
import type {ResendItem, ResendOrder, ResendReader} from './resend-reader';

/** Captured requests that are resent, one after another or in parallel. */
export interface ResendSequences {
  /** The sequence that was started last; null: none, or it was dismissed. */
  readonly sequence: ReadonlySignal<ReplaySequence | null>;
  /** Sends these captured requests with the current `order`, whatever is chosen or set meanwhile. */
  start(sourceIds: readonly string[], order: ResendOrder, pace: SequencePace): void;
  /** Dismisses the sequence; its replays stay in the log. */
  clear(): void;
  isUnderWay(): boolean;
  /** Nothing was started, or everything was sent and got a response. */
  isDone(): boolean;
  /** The captured request of a replay in the sequence. */
  sourceOf(replayId: string): string | undefined;
}

export function createResendSequences(deps: ResendDependencies, reader: ResendReader): ResendSequences {
  const sequence = signal<ReplaySequence | null>(null);
  const sources = new Map<string, string>();
  const send = createSend(deps, reader);
  const progress = () => sequence.peek()?.progress.peek();

  function toItem(sourceId: string): ResendItem {
    const id = deps.newId();
    sources.set(id, sourceId);
    return {id, sourceId};
  }

  return {
    sequence,
    start(sourceIds, order, pace) {
      sequence.value = startReplaySequence({
        items: sourceIds.map(toItem),
        send: (item) => send(item, order),
        pace,
        now: deps.now,
        renew: ({sourceId}) => toItem(sourceId),
      });
    },
    clear() {
      sequence.value = null;
      sources.clear();
    },
    isUnderWay: () => progress()?.isOver === false,
    isDone() {
      const state = progress();
      return !state || (state.isOver && state.failed + state.unknown === 0);
    },
    sourceOf: (replayId) => sources.get(replayId),
  };
}

function createSend(deps: ResendDependencies, reader: ResendReader) {
  const sender = createReplaySender(deps);
  return async (item: ResendItem, order: ResendOrder): Promise<SendResult> => {
    const made = await reader
      .prepare(item, order)
      .catch((error: unknown): ReplayPlan => ({ok: false, reason: `It cannot be read: ${String(error)}`}));
    if (!made.ok) return {kind: 'failed', error: made.reason};
    const result = await sender.send(made.record);
    const [record = made.record] = await deps.log.get([item.id]);
    return toSequenceResult({record, trouble: result.ok ? null : result.reason});
  };
}
