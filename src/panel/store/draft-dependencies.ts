import type {ReadonlySignal} from '@preact/signals';
import type {Settings} from '../../domain/settings';
import type {CaptureLog} from '../../storage/capture-log';
import type {SecretStore} from '../../storage/secret-store';
import type {HostAccess} from './host-access';
import type {PanelDependencies} from './panel-dependencies';
import type {TargetCredentialsView} from './target-credentials-view';

/** What drafts and replays need from outside; `PanelDependencies` holds the rest is made of it. */
export interface DraftDependencies
  extends Pick<PanelDependencies, 'tabId' | 'background' | 'subscribe' | 'inspect' | 'inspectText' | 'now'> {
  log: Pick<CaptureLog, 'put' | 'get'>;
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
