import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../domain/capture/captured-request';
import {type Draft, openDraft} from '../../domain/edit/draft';
import type {DraftDependencies, KnownValues} from './draft-dependencies';
import {createDraftFixes, type DraftFixes} from './draft-fixes';
import {createDraftHeaders, type DraftHeaders} from './draft-headers';
import {createDraftSession, type DraftSession} from './draft-session';
import {createDraftSplit, type DraftSplit} from './draft-split';
import {type Confirmation, toConfirmations} from './replay-confirmations';
import {createReplayStore, type ReplayState, type ReplayStore} from './replay-store';

export type SendAttempt =
  | {state: 'sent'; replay: ReplayState}
  /** Nothing was sent: the user has to say yes to these first. */
  | {state: 'ask'; confirmations: readonly Confirmation[]}
  /** Nothing was sent: something of this draft is under way already. */
  | {state: 'busy'}
  | {state: 'impossible'; reason: string};

/** All drafts of a panel, one a request, and what was sent from them. */
export interface DraftStore {
  readonly replays: ReplayStore;
  readonly settings: DraftDependencies['settings'];
  /** The draft of a request: the same one, with its undo history, each time until it is closed. */
  open(request: CapturedRequest): DraftSession;
  /** A draft without a captured request. */
  openPasted(draft: Draft): DraftSession;
  /** A past replay as the draft of a new one: its bytes, for the request that it corrected. */
  reopen(replay: CapturedRequest, source: CapturedRequest | null): DraftSession;
  /** A record of the log; null if it is gone. */
  read(requestId: string): Promise<CapturedRequest | null>;
  discard(session: DraftSession): void;
  /** Sends a draft once, however often it is asked. `confirmed`: the user said yes to what was asked. */
  send(session: DraftSession, confirmed?: readonly Confirmation[]): Promise<SendAttempt>;
  /** Whether something of this draft is being sent. */
  isSending(session: DraftSession): ReadonlySignal<boolean>;
  known(): KnownValues;
  readonly split: DraftSplit;
  /** Decisions about single headers of a draft. */
  headersOf(session: DraftSession): DraftHeaders;
  /** The quick fixes of a draft. */
  fixesOf(session: DraftSession): DraftFixes;
  close(): void;
}

export function createDraftStore(deps: DraftDependencies): DraftStore {
  const replays = createReplayStore(deps);
  const sessions = new Map<string, DraftSession>();
  const busy = new WeakMap<DraftSession, Signal<boolean>>();
  const confirmedOrigins = new Set<string>();

  const isSending = (session: DraftSession): Signal<boolean> => {
    const flag = busy.get(session) ?? signal(false);
    busy.set(session, flag);
    return flag;
  };
  const keep = (id: string, session: DraftSession): DraftSession => {
    sessions.get(id)?.close();
    sessions.set(id, session);
    return session;
  };
  const discard = (session: DraftSession) => {
    session.close();
    for (const [id, open] of sessions) if (open === session) sessions.delete(id);
  };
  const findUnconfirmed = (session: DraftSession, url: string, confirmed: readonly Confirmation[]) => {
    for (const yes of confirmed) if (yes.kind === 'production') confirmedOrigins.add(yes.origin);
    const {inspection} = session.checked.peek();
    const {targets} = deps.settings.value.peek().replay;
    const events = session.selected.peek()?.length ?? inspection.events.length;
    return toConfirmations({inspection, events, url, targets, confirmed: confirmedOrigins}).filter(
      ({kind}) => !confirmed.some((yes) => yes.kind === kind),
    );
  };

  return {
    replays,
    settings: deps.settings,
    open: (request) => sessions.get(request.id) ?? keep(request.id, createDraftSession(deps, request)),
    openPasted: (draft) => keep(deps.newId(), createDraftSession(deps, null, draft)),
    reopen: (replay, source) =>
      keep(source?.id ?? replay.id, createDraftSession(deps, source ?? replay, openDraft(replay))),
    read: async (requestId) => (await deps.log.get([requestId]))[0] ?? null,
    discard,
    isSending,
    known: () => deps.known?.() ?? {users: [], groups: [], events: []},
    split: createDraftSplit({deps, replays, ask: findUnconfirmed}),
    headersOf: (session) => createDraftHeaders(session, deps.secrets),
    fixesOf: (session) => createDraftFixes(session, deps),
    async send(session, confirmed = []) {
      const sending = isSending(session);
      if (sending.peek()) return {state: 'busy'};
      const plan = session.prepare();
      if (!plan.ok) return {state: 'impossible', reason: plan.reason};
      const confirmations = findUnconfirmed(session, plan.record.url, confirmed);
      if (confirmations.length > 0) return {state: 'ask', confirmations};
      sending.value = true;
      session.sent.value = [...session.sent.peek(), plan.record.id];
      try {
        return {state: 'sent', replay: await replays.send(plan.record)};
      } finally {
        sending.value = false;
      }
    },
    close: () => {
      for (const session of sessions.values()) session.close();
      replays.close();
    },
  };
}
