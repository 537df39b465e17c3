import type {CaptureLog} from '../../../storage/log/capture-log';
import type {SecretStore} from '../../../storage/secrets/secret-store';
import type {PanelDependencies} from '../panel-dependencies';

/** The dependencies for sending. */
export interface ReplayDependencies extends Pick<PanelDependencies, 'background' | 'subscribe'> {
  log: Pick<CaptureLog, 'put' | 'get'>;
  secrets: Pick<SecretStore, 'keepAll'>;
}
