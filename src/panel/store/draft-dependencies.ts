import type {ReadonlySignal} from '@preact/signals';
import type {Settings} from '../../domain/settings';
import type {CaptureLog} from '../../storage/capture-log';
import type {SecretStore} from '../../storage/secret-store';
import type {HostAccess} from './host-access';
import type {PanelDependencies} from './panel-dependencies';

/** What drafts and replays need from outside; `PanelDependencies` holds all of it but `newId`, `known` and `access`. */
export interface DraftDependencies
  extends Pick<PanelDependencies, 'tabId' | 'background' | 'subscribe' | 'inspect' | 'inspectText' | 'now'> {
  log: Pick<CaptureLog, 'put' | 'get'>;
  secrets: SecretStore;
  settings: {readonly value: ReadonlySignal<Settings>};
  /** A random id, unguessable: it also serves as the marker of a replay. */
  newId(): string;
  /** Which hosts the extension itself may send to. */
  access?: HostAccess;
  /** Ids and names that the session has shown, for completion. */
  known?(): KnownValues;
}

export interface KnownValues {
  users: readonly string[];
  groups: readonly string[];
  events: readonly string[];
}
