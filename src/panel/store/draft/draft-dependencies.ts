import type {ReadonlySignal} from '@preact/signals';
import type {Settings} from '../../../domain/settings';
import type {SecretStore} from '../../../storage/secrets/secret-store';
import type {HostAccess} from '../host-access';
import type {AskOfDraft} from '../judge/draft-question';
import type {PanelDependencies} from '../panel-dependencies';
import type {ReplayDependencies} from '../replay/replay-dependencies';
import type {TargetCredentialsView} from '../replay/target-credentials-view';

/** What drafts need from outside, besides what sending them needs. */
export interface DraftDependencies extends ReplayDependencies, Pick<PanelDependencies, 'tabId' | 'now'> {
  /** Drafts are checked where captured requests are. */
  ask: AskOfDraft;
  secrets: SecretStore;
  settings: {readonly value: ReadonlySignal<Settings>};
  /** A random id, unguessable: it also serves as the marker of a replay. */
  newId(): string;
  /** Which hosts the extension itself may send to. */
  access?: HostAccess;
  /** What the user gave for targets. */
  credentials?: TargetCredentialsView;
  /** Ids and names that the session has shown, for completion. */
  known?(): KnownValues;
}

export interface KnownValues {
  users: readonly string[];
  groups: readonly string[];
  events: readonly string[];
}
