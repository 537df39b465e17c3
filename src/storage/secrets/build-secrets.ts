import {buildArea, buildLocks} from '../build-area';
import {openSessionSecrets, type SessionSecrets, type SessionSecretsOptions} from './session-secrets';

/** For tests: the secrets of a session whose log is empty by default. */
export function buildSecrets(options: Partial<SessionSecretsOptions> = {}): SessionSecrets {
  return openSessionSecrets({
    area: buildArea(),
    salt: 's',
    locks: buildLocks(),
    inUse: async () => new Set(),
    ...options,
  });
}
