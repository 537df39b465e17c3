import type {ReadonlySignal} from '@preact/signals';
import type {Settings} from '../../domain/settings';
import type {CaptureMessage} from '../../messages/capture-channel';
import type {BackgroundAnswers, BackgroundMessage} from '../../messages/to-background';
import type {PanelLog} from '../../storage/log/capture-log';
import type {PlanStore} from '../../storage/plan-store';
import type {RunStore} from '../../storage/run-store';
import type {SecretStore} from '../../storage/secrets/secret-store';
import type {TargetCredentialStore} from '../../storage/secrets/target-credentials';
import type {StartJudge} from './judge/judge-connection';

/**
 * Everything that the panel's store needs from outside. The root passes in the real ones, tests and previews pass in
 * their own.
 */
export interface PanelDependencies {
  /** The inspected tab. */
  tabId: number;
  log: PanelLog;
  secrets: SecretStore;
  targetCredentials: TargetCredentialStore;
  settings: PanelSettings;
  plans: PanelPlans;
  /** Coverage runs that are stored after the panel is closed; for the code that opens coverage. */
  openKeptRuns(): Promise<RunStore>;
  background: BackgroundPort;
  permissions: PermissionPort;
  /** Listens to messages of the capturing contexts; returns a function that removes the listener. */
  subscribe(listener: (message: CaptureMessage) => void): () => void;
  /** URL of the page that the tab shows now; null until it is known. */
  pageUrl: ReadonlySignal<string | null>;
  /** Starts the `judge`, which reads and checks the log. */
  startJudge: StartJudge;
  /** Loads the page in the inspected tab again. */
  reloadPage(): void;
  /** Version of the extension, from its manifest. */
  version: string;
  /** Opens the page of settings. */
  openSettings(): void;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after the browser had time to paint and to handle input. */
  pause(): Promise<void>;
  /** Calls `work` before the browser paints next. */
  nextFrame(work: () => void): void;
}

/** What the panel changes of the user's tracking plans; the judge reads them. */
export type PanelPlans = Pick<PlanStore, 'list' | 'put' | 'update'>;

export interface PanelSettings {
  readonly value: ReadonlySignal<Settings>;
  /** Shows the new settings at once and stores them; a failed write is reported through `PanelStore.notify`. */
  change(toNext: (settings: Settings) => Settings): void;
}

export interface BackgroundPort {
  /** Rejects if the extension was updated or the background cannot be reached. */
  send<Type extends BackgroundMessage['type']>(
    message: Extract<BackgroundMessage, {type: Type}>,
  ): Promise<BackgroundAnswers[Type]>;
}

export interface PermissionPort {
  /** Match patterns that the user has granted. */
  granted(): Promise<readonly string[]>;
  /** Asks the user, in the way that the browser allows; must be called directly in the click handler. */
  request(patterns: readonly string[]): Promise<void>;
  /** Called whenever something was granted or revoked; returns the remover. */
  subscribe(listener: () => void): () => void;
}
