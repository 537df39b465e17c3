import {type ReadonlySignal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {openDraft, startEditing} from '../../../domain/edit/draft';
import type {FoundCredential, PastedRequest} from '../../../domain/edit/paste/pasted-request';
import {toOrigin} from '../../../domain/parse-url';
import type {EventType} from '../../../domain/protocols/wire-format';
import type {ProtocolId} from '../../../domain/protocols/wire-formats';
import {openPasted} from '../../../domain/replay/open-pasted';
import type {Settings} from '../../../domain/settings';
import type {HostAccess} from '../host-access';
import type {EventGuide} from '../judge/draft-question';
import type {Confirmation} from '../replay/replay-confirmations';
import {createReplayStore, type ReplayStore} from '../replay/replay-store';
import type {TargetCredentialsView} from '../replay/target-credentials-view';
import type {DraftChoices} from './draft-choices';
import type {DraftDependencies, KnownValues} from './draft-dependencies';
import {createDraftFixes, type DraftFixes} from './draft-fixes';
import {createDraftHeaders, type DraftHeaders} from './draft-headers';
import {createDraftSession, type DraftSession} from './draft-session';
import {createDraftShelf} from './draft-shelf';
import {createDraftSplit, type DraftSplit} from './draft-split';
import {createDraftsUnderWay, type SendAttempt} from './drafts-under-way';
import {createSentChoices} from './sent-choices';
import {createUnlistedDrafts} from './unlisted-drafts';

/** All drafts of a panel, one per request, and the replays sent from them. */
export interface DraftStore {
  readonly replays: ReplayStore;
  readonly settings: DraftDependencies['settings'];
  /** The hosts that the extension itself may send to; null: unknown. */
  readonly access: HostAccess | null;
  /** Credentials that the user gave for targets; null: they are not stored. */
  readonly credentials: TargetCredentialsView | null;
  /** Origins of production targets that were confirmed in this session. */
  readonly confirmedOrigins: Set<string>;
  /** The draft of a request: always the same one, with its undo history, until it is closed. */
  open(request: CapturedRequest): DraftSession;
  /** The draft without a captured request that was opened last; null: none yet. */
  readonly pasted: ReadonlySignal<DraftSession | null>;
  /** Drafts besides it that no row of the list leads to: pasted ones, and edited ones whose request is gone. */
  readonly unlisted: ReadonlySignal<readonly DraftSession[]>;
  /** Shows an unlisted draft as the one without a captured request. */
  resume(session: DraftSession): void;
  /** A draft without a captured request. Only the selected credentials are stored, in the session's secrets. */
  openPasted(pasted: PastedRequest, chosen: readonly FoundCredential[]): Promise<DraftSession>;
  /**
   * A past replay as the draft of a new one, for the request that it corrected: its text, all of which is sent, its
   * target and way, and its header edits and choice of credentials if this panel sent it; otherwise the draft's stay.
   * Undo restores the draft's previous text.
   */
  reopen(replay: CapturedRequest, source: CapturedRequest | null): ReopenedDraft;
  /** A request was added to the log again with another ID: its draft gets the new ID. */
  renew(formerId: string, request: CapturedRequest): void;
  /** A record of the log; null if it is gone. */
  read(requestId: string): Promise<CapturedRequest | null>;
  discard(session: DraftSession): void;
  /** Sends a draft once, however often it is called. `confirmed`: the user has confirmed it. */
  send(session: DraftSession, confirmed?: readonly Confirmation[]): Promise<SendAttempt>;
  /** Whether this draft is being sent. */
  isSending(session: DraftSession): ReadonlySignal<boolean>;
  known(): KnownValues;
  /** The documented fields of such an event. */
  describeEvent(protocol: ProtocolId, type: EventType | null, name: string | null): Promise<EventGuide>;
  readonly split: DraftSplit;
  /** Decisions about individual headers of a draft. */
  headersOf(session: DraftSession): DraftHeaders;
  /** The quick fixes of a draft. */
  fixesOf(session: DraftSession): DraftFixes;
  close(): void;
}

export interface ReopenedDraft {
  session: DraftSession;
  /** How it would have been sent before. */
  before: DraftChoices;
}

export function createDraftStore(deps: DraftDependencies): DraftStore {
  const replays = createReplayStore(deps);
  const pasted = signal<DraftSession | null>(null);
  const sentChoices = createSentChoices();
  const sending = createDraftsUnderWay(deps, replays, sentChoices);
  const split = createDraftSplit({deps, replays, sentChoices, ask: sending.findUnconfirmed});
  const shelf = createDraftShelf(
    (session) =>
      session === pasted.peek() ||
      sending.isSending(session).peek() ||
      split.sequenceOf(session).peek() !== null,
  );
  const isListed = deps.isListed ?? (() => true);
  const open = (request: CapturedRequest) => shelf.open(request.id, () => createDraftSession(deps, request));

  return {
    replays,
    settings: deps.settings,
    access: deps.access ?? null,
    credentials: deps.credentials ?? null,
    confirmedOrigins: sending.confirmedOrigins,
    open,
    pasted,
    unlisted: createUnlistedDrafts({all: shelf.all, pasted, isListed}),
    resume: (session) => {
      pasted.value = session;
    },
    async openPasted(request, chosen) {
      const secrets = new Map<FoundCredential, string>();
      for (const credential of chosen) secrets.set(credential, await deps.secrets.keep(credential.value));
      const {draft, options} = openPasted(request, (credential) => secrets.get(credential));
      const {url = '', home = null, method = 'POST', headers = [], credentials = 'same-origin'} = options;
      const choices = {address: {url, home, method}, headers, credentials};
      const session = shelf.keep(deps.newId(), createDraftSession(deps, null, draft, choices));
      pasted.value = session;
      return session;
    },
    reopen(replay, source) {
      const session = open(source ?? replay);
      const before = session.choices.peek();
      const text = startEditing(openDraft(replay)).text ?? '';
      const shown = session.document.read();
      if (text !== shown) session.change([{from: 0, to: shown.length, insert: text}]);
      if (replay.replay) {
        const {way, followRedirects, timeoutSeconds, cookies = false} = replay.replay;
        const target = findTarget(replay, source, deps.settings.value.peek());
        const how = {way, followRedirects, timeoutSeconds, cookies, target};
        session.choose({...how, ...sentChoices.of(replay.id), selection: 'all'});
      }
      return {session, before};
    },
    renew: (formerId, request) => shelf.rename(formerId, request.id)?.update(request),
    read: async (requestId) => (await deps.log.get([requestId]))[0] ?? null,
    discard: shelf.discard,
    isSending: sending.isSending,
    send: sending.send,
    known: () => deps.known?.() ?? {users: [], groups: [], events: []},
    describeEvent: (protocol, type, name) => deps.ask({kind: 'describe-event', protocol, type, name}),
    split,
    headersOf: (session) => createDraftHeaders(session, deps.secrets),
    fixesOf: (session) => createDraftFixes(session, deps),
    close: () => {
      shelf.close();
      replays.close();
      deps.access?.close();
    },
  };
}

/** The target of a replay; null: it was sent to its source's address, or to a target that is no longer in the settings. */
function findTarget(
  replay: CapturedRequest,
  source: CapturedRequest | null,
  settings: Settings,
): string | null {
  const origin = toOrigin(replay.url);
  if (source === null || toOrigin(source.url) === origin) return null;
  return settings.replay.targets.find(({baseUrl}) => toOrigin(baseUrl) === origin)?.baseUrl ?? null;
}
