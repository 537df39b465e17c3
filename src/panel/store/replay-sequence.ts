import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../domain/capture/captured-request';
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
  toSendResult,
} from '../../domain/replay/sequence';
import type {ReplayState, ReplayStore} from './replay-store';

/** Many replays, sent in order. It lives in the panel: what was not handed out yet is in no log and sends itself never. */
export interface ReplaySequence {
  readonly sequence: ReadonlySignal<Sequence>;
  readonly progress: ReadonlySignal<SequenceProgress>;
  pause(): void;
  resume(): void;
  /** Sends nothing more; what is under way still gets its answer. */
  cancel(): void;
  /** Only those that were refused or not answered; one whose fate is unknown is never sent again by itself. */
  sendFailedAgain(): void;
}

export interface ReplaySequenceOptions {
  replays: Pick<ReplayStore, 'send'>;
  records: readonly CapturedRequest[];
  pace: SequencePace;
  now(): number;
  /** The same replay once more, under an id and marker of its own. */
  renew(record: CapturedRequest): CapturedRequest;
}

export function startReplaySequence(options: ReplaySequenceOptions): ReplaySequence {
  const {replays, pace, now, renew} = options;
  const records = new Map(options.records.map((record) => [record.id, record]));
  const sequence = signal(createSequence([...records.keys()], pace));
  let timer: ReturnType<typeof setTimeout> | null = null;

  const send = async (id: string) => {
    const record = records.get(id);
    if (!record) return;
    const state = await replays.send(record);
    sequence.value = reportResult(sequence.peek(), id, toResult(state));
    advance();
  };
  const advance = () => {
    if (timer !== null) clearTimeout(timer);
    const next = nextSends(sequence.peek(), now());
    sequence.value = next.sequence;
    timer = next.wakeAt === null ? null : setTimeout(advance, Math.max(0, next.wakeAt - now()));
    for (const id of next.send) {
      send(id).catch((error: unknown) => {
        sequence.value = reportResult(sequence.peek(), id, {kind: 'unknown', reason: String(error)});
      });
    }
  };
  const change = (next: Sequence) => {
    sequence.value = next;
    advance();
  };
  const renewed = (failed: string): string => {
    const record = records.get(failed);
    if (!record) return failed;
    const again = renew(record);
    records.set(again.id, again);
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

function toResult({record: {outcome}, trouble}: ReplayState): SendResult {
  switch (outcome.state) {
    case 'answered':
      return toSendResult(outcome.status);
    case 'failed':
      return {kind: 'failed', error: outcome.error};
    case 'unknown':
      return {kind: 'unknown', reason: outcome.reason};
    case 'queued':
      // Nobody took it to send.
      return {kind: 'failed', error: trouble ?? 'It was not sent.'};
    case 'pending':
      return {kind: 'unknown', reason: trouble ?? 'Nobody saw the end of it.'};
  }
}
