import {replaceUrlSecrets} from '../../../domain/secrets/url-secrets';

const MASK = '••••••';

/** The URL for reading: credentials masked, and nothing else. */
export function maskUrl(url: string): string {
  return replaceUrlSecrets(url, () => MASK);
}
