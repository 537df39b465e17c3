import type {ReadonlySignal} from '@preact/signals';
import type {Settings} from '../../../domain/settings';
import type {SecretStore} from '../../../storage/secrets/secret-store';
import type {HostAccess} from '../host-access';
import type {AskOfDraft} from '../judge/draft-question';
import type {PanelDependencies} from '../panel-dependencies';
import type {ReplayDependencies} from '../replay/replay-dependencies';
import type {TargetCredentialsView} from '../replay/target-credentials-view';

/** The dependencies of drafts, besides those for sending. */
export interface DraftDependencies extends ReplayDependencies, Pick<PanelDependencies, 'tabId' | 'now'> {
  /** Drafts are checked in the same place as captured requests. */
  ask: AskOfDraft;
  secrets: SecretStore;
  settings: {readonly value: ReadonlySignal<Settings>};
  /**
   * An ID of a record, or the marker of a replay: unguessable, and sorted after those made before, since replays that
   * are sent in one millisecond are listed in the order of their IDs.
   */
  newId(): string;
  /** The hosts that the extension itself may send to. */
  access?: HostAccess;
  /** Credentials that the user gave for targets. */
  credentials?: TargetCredentialsView;
  /** Whether a row of the list leads to this request; reads signals. */
  isListed?(requestId: string): boolean;
  /** IDs and names that occurred in the session, for completion. */
  known?(): KnownValues;
}

export interface KnownValues {
  users: readonly string[];
  groups: readonly string[];
  events: readonly string[];
}
