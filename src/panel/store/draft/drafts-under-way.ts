import {computed, type ReadonlySignal} from '@preact/signals';
import {type Confirmation, toConfirmations, toConfirmedKey} from '../replay/replay-confirmations';
import type {ReplayState} from '../replay/replay-states';
import type {ReplayStore} from '../replay/replay-store';
import type {DraftDependencies} from './draft-dependencies';
import type {DraftSession} from './draft-session';
import type {SentChoices} from './sent-choices';

export type SendAttempt =
  | {state: 'sent'; replay: ReplayState}
  /** Nothing was sent: the user has to confirm these first. */
  | {state: 'ask'; confirmations: readonly Confirmation[]}
  /** Nothing was sent: this draft is already being sent. */
  | {state: 'busy'}
  | {state: 'impossible'; reason: string};

/** Sends drafts: each only once at a time, and if there are consequences only after the user has confirmed. */
export interface DraftsUnderWay {
  /** Origins of production targets that were confirmed in this session. */
  readonly confirmedOrigins: Set<string>;
  /** What the user has to confirm before that many events are sent there; confirmed origins are remembered. */
  findUnconfirmed(
    session: DraftSession,
    sent: {url: string; events: number},
    confirmed: readonly Confirmation[],
  ): Confirmation[];
  /** Whether this draft is being sent. */
  isSending(session: DraftSession): ReadonlySignal<boolean>;
  /** Sends a draft once, however often it is called. `confirmed`: the user has confirmed it. */
  send(session: DraftSession, confirmed?: readonly Confirmation[]): Promise<SendAttempt>;
}

export function createDraftsUnderWay(
  {settings}: Pick<DraftDependencies, 'settings'>,
  replays: Pick<ReplayStore, 'send' | 'underWay'>,
  sentChoices: Pick<SentChoices, 'remember'>,
): DraftsUnderWay {
  /** Drafts whose data for sending is being checked. */
  const preparing = new WeakSet<DraftSession>();
  const confirmedOrigins = new Set<string>();

  const isSending = (session: DraftSession) =>
    computed(() => session.sent.value.some((id) => replays.underWay.value.has(id)));
  const findUnconfirmed: DraftsUnderWay['findUnconfirmed'] = (session, sent, confirmed) => {
    for (const yes of confirmed) if (yes.kind === 'production') confirmedOrigins.add(toConfirmedKey(yes));
    const {inspection} = session.checked.peek();
    const {targets} = settings.value.peek().replay;
    return toConfirmations({...sent, inspection, targets, confirmed: confirmedOrigins}).filter(
      (question) => !confirmed.some((yes) => toConfirmedKey(yes) === toConfirmedKey(question)),
    );
  };

  return {
    confirmedOrigins,
    findUnconfirmed,
    isSending,
    async send(session, confirmed = []) {
      if (isSending(session).peek() || preparing.has(session)) return {state: 'busy'};
      preparing.add(session);
      await session.whenChecked().finally(() => preparing.delete(session));
      const plan = session.prepare();
      if (!plan.ok) return {state: 'impossible', reason: plan.reason};
      const events = session.selected.peek()?.length ?? session.checked.peek().inspection.events.length;
      const confirmations = findUnconfirmed(session, {url: plan.record.url, events}, confirmed);
      if (confirmations.length > 0) return {state: 'ask', confirmations};
      sentChoices.remember(plan.record.id, session);
      session.sent.value = [...session.sent.peek(), plan.record.id];
      return {state: 'sent', replay: await replays.send(plan.record)};
    },
  };
}
