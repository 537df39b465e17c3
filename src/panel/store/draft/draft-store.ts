import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {openDraft, startEditing} from '../../../domain/edit/draft';
import type {FoundCredential, PastedRequest} from '../../../domain/edit/paste/pasted-request';
import type {EventType} from '../../../domain/protocols/wire-format';
import type {ProtocolId} from '../../../domain/protocols/wire-formats';
import {openPasted} from '../../../domain/replay/open-pasted';
import type {Settings} from '../../../domain/settings';
import type {HostAccess} from '../host-access';
import type {EventGuide} from '../judge/draft-question';
import {type Confirmation, toConfirmations} from '../replay/replay-confirmations';
import {createReplayStore, type ReplayState, type ReplayStore} from '../replay/replay-store';
import type {TargetCredentialsView} from '../replay/target-credentials-view';
import type {DraftDependencies, KnownValues} from './draft-dependencies';
import {createDraftFixes, type DraftFixes} from './draft-fixes';
import {createDraftHeaders, type DraftHeaders} from './draft-headers';
import {createDraftSession, type DraftSession} from './draft-session';
import {createDraftSplit, type DraftSplit} from './draft-split';

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
  /** Which hosts the extension itself may send to; null: nobody can say. */
  readonly access: HostAccess | null;
  /** What the user gave for targets; null: nothing keeps any. */
  readonly credentials: TargetCredentialsView | null;
  /** Origins of production targets that were confirmed in this session. */
  readonly confirmedOrigins: Set<string>;
  /** The draft of a request: the same one, with its undo history, each time until it is closed. */
  open(request: CapturedRequest): DraftSession;
  /** The draft without a captured request that was opened last; null: none yet. */
  readonly pasted: ReadonlySignal<DraftSession | null>;
  /** A draft without a captured request. Only the chosen credentials go along, into the session's secrets. */
  openPasted(pasted: PastedRequest, chosen: readonly FoundCredential[]): Promise<DraftSession>;
  /**
   * A past replay as the draft of a new one: its text, way and target, for the request that it corrected. What the draft held
   * before is one step back.
   */
  reopen(replay: CapturedRequest, source: CapturedRequest | null): DraftSession;
  /** A record of the log; null if it is gone. */
  read(requestId: string): Promise<CapturedRequest | null>;
  discard(session: DraftSession): void;
  /** Sends a draft once, however often it is asked. `confirmed`: the user said yes to what was asked. */
  send(session: DraftSession, confirmed?: readonly Confirmation[]): Promise<SendAttempt>;
  /** Whether something of this draft is being sent. */
  isSending(session: DraftSession): ReadonlySignal<boolean>;
  known(): KnownValues;
  /** What the documents say of such an event. */
  describeEvent(protocol: ProtocolId, type: EventType | null, name: string | null): Promise<EventGuide>;
  readonly split: DraftSplit;
  /** Decisions about single headers of a draft. */
  headersOf(session: DraftSession): DraftHeaders;
  /** The quick fixes of a draft. */
  fixesOf(session: DraftSession): DraftFixes;
  close(): void;
}

/** So many of the drafts that were looked at last are kept, touched or not. */
const MAX_UNTOUCHED = 10;

export function createDraftStore(deps: DraftDependencies): DraftStore {
  const replays = createReplayStore(deps);
  const sessions = new Map<string, DraftSession>();
  /** What is to be sent of them is being checked. */
  const preparing = new WeakSet<DraftSession>();
  const busy = new WeakMap<DraftSession, Signal<boolean>>();
  const confirmedOrigins = new Set<string>();

  const pasted = signal<DraftSession | null>(null);

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

  /** Drafts that nobody touched are made again when they are looked at again: the oldest of them are let go. */
  const releaseUntouched = () => {
    for (const [id, session] of [...sessions].slice(0, -MAX_UNTOUCHED)) {
      if (session === pasted.peek() || session.isTouched() || isSending(session).peek()) continue;
      session.close();
      sessions.delete(id);
    }
  };
  const open = (request: CapturedRequest) => {
    const known = sessions.get(request.id);
    if (known === undefined) {
      const session = keep(request.id, createDraftSession(deps, request));
      releaseUntouched();
      return session;
    }
    // The one that is looked at is the last to be let go.
    sessions.delete(request.id);
    sessions.set(request.id, known);
    return known;
  };

  return {
    replays,
    settings: deps.settings,
    access: deps.access ?? null,
    credentials: deps.credentials ?? null,
    confirmedOrigins,
    open,
    pasted,
    async openPasted(request, chosen) {
      const secrets = new Map<FoundCredential, string>();
      for (const credential of chosen) secrets.set(credential, await deps.secrets.keep(credential.value));
      const {draft, options} = openPasted(request, (credential) => secrets.get(credential));
      const {url = '', method = 'POST', headers = [], credentials = 'same-origin'} = options;
      const choices = {address: {url, method}, headers, credentials};
      const session = keep(deps.newId(), createDraftSession(deps, null, draft, choices));
      pasted.value = session;
      return session;
    },
    reopen(replay, source) {
      const session = open(source ?? replay);
      const text = startEditing(openDraft(replay)).text ?? '';
      const before = session.document.read();
      if (text !== before) session.change([{from: 0, to: before.length, insert: text}]);
      if (replay.replay) {
        const {way, followRedirects, timeoutSeconds, cookies = false} = replay.replay;
        const target = findTarget(replay, source, deps.settings.value.peek());
        session.choose({way, followRedirects, timeoutSeconds, cookies, target});
      }
      return session;
    },
    read: async (requestId) => (await deps.log.get([requestId]))[0] ?? null,
    discard,
    isSending,
    known: () => deps.known?.() ?? {users: [], groups: [], events: []},
    describeEvent: (protocol, type, name) => deps.ask({kind: 'describe-event', protocol, type, name}),
    split: createDraftSplit({deps, replays, ask: findUnconfirmed}),
    headersOf: (session) => createDraftHeaders(session, deps.secrets),
    fixesOf: (session) => createDraftFixes(session, deps),
    async send(session, confirmed = []) {
      const sending = isSending(session);
      if (sending.peek()) return {state: 'busy'};
      if (preparing.has(session)) return {state: 'busy'};
      preparing.add(session);
      await session.whenChecked();
      preparing.delete(session);
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
      deps.access?.close();
    },
  };
}

/** The target that a replay went to; null: it went where its source did, or to one that is no longer in the settings. */
function findTarget(
  replay: CapturedRequest,
  source: CapturedRequest | null,
  settings: Settings,
): string | null {
  const toOrigin = (url: string) => (URL.canParse(url) ? new URL(url).origin : null);
  const origin = toOrigin(replay.url);
  if (source === null || toOrigin(source.url) === origin) return null;
  return settings.replay.targets.find(({baseUrl}) => toOrigin(baseUrl) === origin)?.baseUrl ?? null;
}
