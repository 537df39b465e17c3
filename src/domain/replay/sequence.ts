/**
 * Sending many replays in order. A pure state machine: the caller holds the state, asks `nextSends` what to send now
 * and reports what happened; nothing here knows a clock or a network. An item is handed out once per attempt, and one
 * whose delivery is unknown is never sent again automatically.
 */
export interface Sequence {
  items: readonly SequenceItem[];
  state: 'running' | 'paused' | 'cancelled';
  pace: SequencePace;
  /** When the last item was handed out, in the caller's milliseconds; null before the first. */
  lastSentAt: number | null;
}

export interface SequencePace {
  /** So many may be under way at once, at least 1. With 1 each waits for the answer to the one before it. */
  concurrency: number;
  /** At least so many milliseconds between two sends. */
  intervalMs: number;
}

export interface SequenceItem {
  /** Id of the planned replay. */
  id: string;
  state: 'waiting' | 'sending' | 'cancelled' | SendResult;
  /** How often it was handed out. */
  attempts: number;
}

/** What became of one send. `unknown`: it may have arrived or not; only the user may send it again. */
export type SendResult =
  | {kind: 'accepted'; status: number}
  | {kind: 'refused'; status: number}
  | {kind: 'failed'; error: string}
  | {kind: 'unknown'; reason: string};

export interface SequenceProgress {
  waiting: number;
  sending: number;
  accepted: number;
  /** Refused by the server, or never answered. */
  failed: number;
  unknown: number;
  cancelled: number;
  /** Nothing is under way and nothing will be sent. */
  isOver: boolean;
}

/** A sequence of these replays in this order, running. */
export function createSequence(ids: readonly string[], pace: SequencePace): Sequence {
  const items = [...new Set(ids)].map((id): SequenceItem => ({id, state: 'waiting', attempts: 0}));
  return {items, state: 'running', pace, lastSentAt: null};
}

/**
 * What to send at `now`, and the sequence in which that is noted: the sender must store the new sequence first.
 * `wakeAt`: ask again then; null: ask again when a result comes in, or never.
 */
export function nextSends(
  sequence: Sequence,
  now: number,
): {sequence: Sequence; send: string[]; wakeAt: number | null} {
  const {items, state, pace, lastSentAt} = sequence;
  const next = items.find((item) => item.state === 'waiting');
  const free = Math.max(1, pace.concurrency) - items.filter((item) => item.state === 'sending').length;
  if (state !== 'running' || next === undefined || free <= 0) return {sequence, send: [], wakeAt: null};
  const due = lastSentAt === null ? now : lastSentAt + pace.intervalMs;
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

/**
 * Notes what became of a send. A second report on the same send, or one on an item that is not under way, changes
 * nothing.
 */
export function reportResult(sequence: Sequence, id: string, result: SendResult): Sequence {
  return change(sequence, (item) =>
    item.id === id && item.state === 'sending' ? {...item, state: result} : item,
  );
}

/** What is under way goes on; nothing new is sent. */
export function pause(sequence: Sequence): Sequence {
  return sequence.state === 'running' ? {...sequence, state: 'paused'} : sequence;
}

export function resume(sequence: Sequence): Sequence {
  return sequence.state === 'paused' ? {...sequence, state: 'running'} : sequence;
}

/** What waits is never sent; what is under way still gets its result. */
export function cancel(sequence: Sequence): Sequence {
  const cancelled = change(sequence, (item) =>
    item.state === 'waiting' ? {...item, state: 'cancelled'} : item,
  );
  return {...cancelled, state: 'cancelled'};
}

/**
 * Puts those that failed or were refused, and nothing else, back in line. Each needs a replay record of its own:
 * `newId`.
 */
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

/** A 2xx is accepted; everything else that answers refused it, redirects that were not followed too. */
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
