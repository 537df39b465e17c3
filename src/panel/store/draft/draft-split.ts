import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {type BatchSplit, splitBatch} from '../../../domain/edit/batch/split-batch';
import type {SequencePace} from '../../../domain/replay/sequence';
import type {Confirmation} from '../replay/replay-confirmations';
import {type ReplaySequence, startReplaySequence} from '../replay/replay-sequence';
import type {ReplayStore} from '../replay/replay-store';
import {toSequenceResult} from '../replay/to-sequence-result';
import type {DraftDependencies} from './draft-dependencies';
import type {DraftSession} from './draft-session';
import type {DraftsUnderWay} from './drafts-under-way';
import type {SentChoices} from './sent-choices';

export type SplitAttempt =
  | {state: 'started'}
  | {state: 'ask'; confirmations: readonly Confirmation[]}
  | {state: 'busy'}
  | {state: 'impossible'; reason: string};

/** Splits a batch that is too large into several valid requests. */
export interface DraftSplit {
  /** The fewest requests that contain the events within the protocol's limits. */
  plan(session: DraftSession): BatchSplit;
  /** Sends the parts in order. */
  start(session: DraftSession, pace: SequencePace, confirmed?: readonly Confirmation[]): SplitAttempt;
  /**
   * Removes the sequence so that a new one can be planned; the replays stay in the log. Does nothing while one is
   * running.
   */
  forget(session: DraftSession): void;
  /** The sequence that was last started from a draft; null: none yet. */
  sequenceOf(session: DraftSession): ReadonlySignal<ReplaySequence | null>;
}

export interface DraftSplitOptions {
  deps: DraftDependencies;
  replays: ReplayStore;
  sentChoices: SentChoices;
  /** What the user has to confirm before that many events are sent to that address. */
  ask: DraftsUnderWay['findUnconfirmed'];
}

export function createDraftSplit({deps, replays, sentChoices, ask}: DraftSplitOptions): DraftSplit {
  const sequences = new WeakMap<DraftSession, Signal<ReplaySequence | null>>();
  const sequenceOf = (session: DraftSession): Signal<ReplaySequence | null> => {
    const known = sequences.get(session) ?? signal<ReplaySequence | null>(null);
    sequences.set(session, known);
    return known;
  };
  const plan = (session: DraftSession): BatchSplit => {
    // The judge knows which protocol's limits apply.
    if (session.stale.value) return {ok: false, reason: 'The draft is still being checked.'};
    // The size that is valid according to every interpretation of the documents.
    const {maxEvents, maxBytes} = session.checked.value.inspection.size;
    return splitBatch(session.sentText.value, {events: maxEvents, bytes: maxBytes});
  };
  const renew = (record: CapturedRequest): CapturedRequest => {
    const id = deps.newId();
    sentChoices.repeat(record.id, id);
    return {
      ...record,
      id,
      ...(record.replay && {replay: {...record.replay, marker: deps.newId()}}),
    };
  };

  return {
    plan,
    sequenceOf,
    forget: (session) => {
      const current = sequenceOf(session);
      if (current.peek()?.progress.peek().isOver) current.value = null;
    },
    start(session, pace, confirmed = []) {
      const current = sequenceOf(session);
      if (current.peek()?.progress.peek().isOver === false) return {state: 'busy'};
      session.flush();
      const split = plan(session);
      if (!split.ok) return {state: 'impossible', reason: split.reason};
      const plans = split.parts.map(({text}) => session.prepareText(text));
      const refused = plans.find((one) => !one.ok);
      if (refused) return {state: 'impossible', reason: refused.reason};
      const records = plans.flatMap((one) => (one.ok ? [one.record] : []));
      const [first] = records;
      if (!first)
        return {state: 'impossible', reason: 'Every event in the batch is too large for a request.'};
      const events = split.parts.reduce((sum, {count}) => sum + count, 0);
      const confirmations = ask(session, {url: first.url, events}, confirmed);
      if (confirmations.length > 0) return {state: 'ask', confirmations};
      for (const {id} of records) sentChoices.remember(id, session);
      // A background that starts meanwhile takes a record that has waited long for one that was never passed on.
      const send = async (record: CapturedRequest) =>
        toSequenceResult(await replays.send({...record, startedAt: deps.now()}));
      current.value = startReplaySequence({items: records, send, pace, now: deps.now, renew});
      return {state: 'started'};
    },
  };
}
