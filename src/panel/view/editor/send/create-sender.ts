import {computed, type ReadonlySignal, signal} from '@preact/signals';
import type {SequencePace} from '../../../../domain/replay/sequence';
import {toErrorMessage} from '../../../../domain/to-error-message';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import type {Confirmation} from '../../../store/replay/replay-confirmations';

/** Sends a draft, as one request or in parts, including the questions before and the reasons against it. */
export interface Sender {
  /** The question to the user before this draft is sent; null: none, or it was about another text or address. */
  readonly asking: ReadonlySignal<readonly Confirmation[] | null>;
  /** A sentence about why nothing was sent; null: no problem. */
  readonly refusal: ReadonlySignal<string | null>;
  readonly sending: ReadonlySignal<boolean>;
  /** Sends, or asks first. */
  send(): void;
  startSplit(pace: SequencePace): void;
  /** The user has confirmed. */
  confirm(): void;
  stopAsking(): void;
  /** Stops waiting for the pending request. */
  cancel(replayId: string): void;
  /** Notifies the user of a failed action. */
  fail(error: unknown): void;
}

export function createSender(drafts: DraftStore, session: DraftSession): Sender {
  /** The question, and what it is about. */
  const asked = signal<{confirmations: readonly Confirmation[]; about: string} | null>(null);
  const toAbout = () => {
    const plan = session.plan.value;
    return `${plan.ok && plan.record.url} ${session.selected.value} ${session.sentText.value}`;
  };
  const asking = computed(() =>
    asked.value !== null && asked.value.about === toAbout() ? asked.value.confirmations : null,
  );
  const ask = (confirmations: readonly Confirmation[]) => {
    asked.value = {confirmations, about: toAbout()};
  };
  const stopAsking = () => {
    asked.value = null;
  };
  const refusal = signal<string | null>(null);
  /** What confirming the open question does. */
  let confirm: (confirmed: readonly Confirmation[]) => void = () => undefined;

  const fail = (error: unknown) => {
    refusal.value = toErrorMessage(error);
  };
  const attempt = async (confirmed: readonly Confirmation[]) => {
    refusal.value = null;
    const result = await drafts.send(session, confirmed);
    if (result.state === 'ask') {
      refusal.value = null;
      ask(result.confirmations);
      confirm = send;
    } else if (result.state !== 'sent') {
      refusal.value = result.state === 'busy' ? 'This draft is already being sent.' : result.reason;
    } else if (session.sent.peek().at(-1) === result.replay.record.id) {
      // Its response may arrive so early that the next one is pending by now.
      refusal.value = result.replay.trouble;
    }
  };
  const send = (confirmed: readonly Confirmation[] = []) => {
    stopAsking();
    attempt(confirmed).catch(fail);
  };
  const split = (pace: SequencePace, confirmed: readonly Confirmation[] = []) => {
    refusal.value = null;
    const result = drafts.split.start(session, pace, confirmed);
    if (result.state === 'impossible') refusal.value = result.reason;
    if (result.state !== 'ask') return;
    ask(result.confirmations);
    confirm = (yes) => split(pace, yes);
  };

  return {
    asking,
    refusal,
    sending: drafts.isSending(session),
    send: () => send(),
    startSplit: (pace) => split(pace),
    confirm: () => {
      const confirmed = asking.peek();
      stopAsking();
      if (confirmed) confirm(confirmed);
    },
    stopAsking,
    cancel: (replayId) => {
      drafts.replays.cancel(replayId).catch(fail);
    },
    fail,
  };
}
