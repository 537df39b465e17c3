/**
 * Sending many replays in order. A pure state machine: the caller keeps the state, asks `nextSends` what to send now
 * and reports the results; this code uses neither clock nor network. An item is returned once per attempt, and one
 * with unknown delivery is never sent again automatically.
 */
export interface Sequence {
  items: readonly SequenceItem[];
  state: 'running' | 'paused' | 'cancelled';
  pace: SequencePace;
  /** When the last item was returned, in the caller's milliseconds; null before the first. */
  lastSentAt: number | null;
}

export interface SequencePace {
  /** The maximum number of parallel requests, at least 1. With 1, each waits for the response to the previous one. */
  concurrency: number;
  /** Minimum milliseconds between two sends. */
  intervalMs: number;
}

export interface SequenceItem {
  /** ID of the planned replay. */
  id: string;
  state: 'waiting' | 'sending' | 'cancelled' | SendResult;
  /** How often it was returned. */
  attempts: number;
}

/** The result of one send. `unknown`: it may have arrived or not; only the user may send it again. */
export type SendResult =
  | {kind: 'accepted'; status: number}
  | {kind: 'refused'; status: number}
  | {kind: 'failed'; error: string}
  | {kind: 'unknown'; reason: string};

export interface SequenceProgress {
  waiting: number;
  sending: number;
  accepted: number;
  /** Rejected by the server, or without a response. */
  failed: number;
  unknown: number;
  cancelled: number;
  /** Nothing is pending and nothing will be sent. */
  isOver: boolean;
}

/** A sequence of these replays in this order, running. */
export function createSequence(ids: readonly string[], pace: SequencePace): Sequence {
  const items = [...new Set(ids)].map((id): SequenceItem => ({id, state: 'waiting', attempts: 0}));
  return {items, state: 'running', pace, lastSentAt: null};
}

/**
 * The items to send at `now`, and the updated sequence: the sender must store the new sequence first. `wakeAt`: ask
 * again then; null: ask again when a result arrives, or never.
 */
export function nextSends(
  sequence: Sequence,
  now: number,
): {sequence: Sequence; send: string[]; wakeAt: number | null} {
  const {items, state, pace, lastSentAt} = sequence;
  const next = items.find((item) => item.state === 'waiting');
  const free = Math.max(1, pace.concurrency) - items.filter((item) => item.state === 'sending').length;
  if (state !== 'running' || next === undefined || free <= 0) return {sequence, send: [], wakeAt: null};
  // If the clock was set back, the last send is in its future.
  const due = lastSentAt === null || lastSentAt > now ? now : lastSentAt + pace.intervalMs;
  if (due > now) return {sequence, send: [], wakeAt: due};
  const chosen =
    pace.intervalMs > 0 ? [next] : items.filter((item) => item.state === 'waiting').slice(0, free);
  const taken = new Set(chosen.map(({id}) => id));
  const sent = items.map((item) =>
    taken.has(item.id) ? {...item, state: 'sending' as const, attempts: item.attempts + 1} : item,
  );
  const isMore = chosen.length < free && sent.some((item) => item.state === 'waiting');
  return {
    sequence: {...sequence, items: sent, lastSentAt: now},
    send: [...taken],
    wakeAt: isMore ? now + pace.intervalMs : null,
  };
}

/** Records the result of a send. A second result of the same send, or one of an item that is not pending, is ignored. */
export function reportResult(sequence: Sequence, id: string, result: SendResult): Sequence {
  return change(sequence, (item) =>
    item.id === id && item.state === 'sending' ? {...item, state: result} : item,
  );
}

/** Pending requests continue; nothing new is sent. */
export function pause(sequence: Sequence): Sequence {
  return sequence.state === 'running' ? {...sequence, state: 'paused'} : sequence;
}

export function resume(sequence: Sequence): Sequence {
  return sequence.state === 'paused' ? {...sequence, state: 'running'} : sequence;
}

/** Waiting items are never sent; pending ones still get their result. */
export function cancel(sequence: Sequence): Sequence {
  const cancelled = change(sequence, (item) =>
    item.state === 'waiting' ? {...item, state: 'cancelled'} : item,
  );
  return {...cancelled, state: 'cancelled'};
}

/** Queues those that failed or were rejected again, and no others. Each needs a new replay record: `newId`. */
export function sendFailedAgain(sequence: Sequence, newId: (failed: string) => string): Sequence {
  const again = change(sequence, (item) =>
    isFailed(item) ? {id: newId(item.id), state: 'waiting', attempts: 0} : item,
  );
  return {...again, state: 'running'};
}

export function toProgress({items, state}: Sequence): SequenceProgress {
  const count = (kind: string) => items.filter((item) => kindOf(item) === kind).length;
  const [waiting, sending] = [count('waiting'), count('sending')];
  return {
    waiting,
    sending,
    accepted: count('accepted'),
    failed: count('refused') + count('failed'),
    unknown: count('unknown'),
    cancelled: count('cancelled'),
    isOver: sending === 0 && (waiting === 0 || state === 'cancelled'),
  };
}

/** A 2xx is accepted; all other responses are rejections, including redirects that were not followed. */
export function toSendResult(status: number): SendResult {
  return {kind: status >= 200 && status < 300 ? 'accepted' : 'refused', status};
}

function isFailed(item: SequenceItem): boolean {
  return kindOf(item) === 'refused' || kindOf(item) === 'failed';
}

function kindOf({state}: SequenceItem): string {
  return typeof state === 'string' ? state : state.kind;
}

function change(sequence: Sequence, map: (item: SequenceItem) => SequenceItem): Sequence {
  return {...sequence, items: sequence.items.map(map)};
}
