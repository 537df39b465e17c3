import {computed, type ReadonlySignal, signal} from '@preact/signals';
import {
  cancel,
  createSequence,
  nextSends,
  pause,
  reportResult,
  resume,
  type SendResult,
  type Sequence,
  type SequencePace,
  type SequenceProgress,
  sendFailedAgain,
  toProgress,
} from '../../../domain/replay/sequence';

/**
 * Many replays, sent in order. They are in the panel: those that were not passed on yet are not in a log and are
 * never sent automatically.
 */
export interface ReplaySequence {
  readonly sequence: ReadonlySignal<Sequence>;
  readonly progress: ReadonlySignal<SequenceProgress>;
  pause(): void;
  resume(): void;
  /** Stops sending; pending requests still get their response. */
  cancel(): void;
  /** Only those that were rejected or got no response; one with unknown delivery is never sent again automatically. */
  sendFailedAgain(): void;
}

export interface ReplaySequenceOptions<Item extends {id: string}> {
  /** The items to send, in order: records, or the data needed to create one when its turn comes. */
  items: readonly Item[];
  /** Sends one and resolves to its result. Rejects if the result is unknown. */
  send(item: Item): Promise<SendResult>;
  pace: SequencePace;
  now(): number;
  /** The same replay again, with a new ID. */
  renew(item: Item): Item;
}

export function startReplaySequence<Item extends {id: string}>(
  options: ReplaySequenceOptions<Item>,
): ReplaySequence {
  const {pace, now, renew} = options;
  const items = new Map(options.items.map((item) => [item.id, item]));
  const sequence = signal(createSequence([...items.keys()], pace));
  let timer: ReturnType<typeof setTimeout> | null = null;

  const send = async (id: string) => {
    const item = items.get(id);
    if (!item) return;
    const result = await options.send(item);
    sequence.value = reportResult(sequence.peek(), id, result);
    advance();
  };
  const advance = () => {
    if (timer !== null) clearTimeout(timer);
    const next = nextSends(sequence.peek(), now());
    sequence.value = next.sequence;
    timer = next.wakeAt === null ? null : setTimeout(advance, Math.max(0, next.wakeAt - now()));
    for (const id of next.send) {
      send(id).catch((error: unknown) => {
        change(reportResult(sequence.peek(), id, {kind: 'unknown', reason: String(error)}));
      });
    }
  };
  const change = (next: Sequence) => {
    sequence.value = next;
    advance();
  };
  const renewed = (failed: string): string => {
    const item = items.get(failed);
    if (!item) return failed;
    const again = renew(item);
    items.set(again.id, again);
    return again.id;
  };
  advance();

  return {
    sequence,
    progress: computed(() => toProgress(sequence.value)),
    pause: () => change(pause(sequence.peek())),
    resume: () => change(resume(sequence.peek())),
    cancel: () => change(cancel(sequence.peek())),
    sendFailedAgain: () => change(sendFailedAgain(sequence.peek(), renewed)),
  };
}
