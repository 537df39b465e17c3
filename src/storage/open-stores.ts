import type {CaptureLogEvent} from './log/capture-log';
import type {CaptureLogOptions} from './log/open-log-base';
import {readSecretsInUse} from './log/read-secrets-in-use';
import {type Locks, openSession} from './open-session';
import {createRecordingTimes, type RecordingTimes} from './recording-times';
import {openSessionSecrets, type SessionSecrets} from './secrets/session-secrets';
import {sweepAfterRemovals} from './secrets/sweep-after-removals';
import type {SettingsStore} from './settings-store';
import type {StorageArea} from './storage-area';

export interface StoresOptions<Log> {
  /** Opens the part of the log that the context uses. */
  openLog(options: CaptureLogOptions): Promise<Log>;
  /** `storage.session`. */
  area: StorageArea;
  locks: Locks;
  settings: SettingsStore;
  onEvent(event: CaptureLogEvent): void;
  /** Called with the reason if secrets could not be swept. */
  onError(error: unknown): void;
  /** See `CaptureLogOptions`. */
  writeInterval?: number;
}

export interface Stores<Log> {
  /** Id of the browser session. */
  session: string;
  secrets: SessionSecrets;
  log: Log;
}

/** Opens log and secrets as every context of the extension does: secrets are deleted together with their records. */
export async function openStores<Log>(options: StoresOptions<Log>): Promise<Stores<Log>> {
  const {area, locks, settings, onEvent, onError, writeInterval = 0} = options;
  const [session] = await Promise.all([openSession(area, locks), settings.ready]);
  const secrets = openSessionSecrets({area, salt: session.salt, locks, inUse: readSecretsInUse});
  const sweepSecrets = sweepAfterRemovals(secrets, onError);
  let times: RecordingTimes | null = null;
  const log = await options.openLog({
    session: session.id,
    limits: () => settings.current().capture,
    recording: (at) => times?.wasOn(at) ?? true,
    beforeWrite: async () => times?.refresh(),
    onEvent(event) {
      onEvent(event);
      sweepSecrets(event);
    },
    writeInterval,
  });
  // Only now: opening is repeated if it fails.
  times = createRecordingTimes(settings);
  return {session: session.id, secrets, log};
}
