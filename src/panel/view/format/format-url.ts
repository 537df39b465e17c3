import {replaceUrlSecrets} from '../../../domain/secrets/url-secrets';

const MASK = '••••••';

/** The URL for reading: with masked credentials, otherwise unchanged. */
export function maskUrl(url: string): string {
  return replaceUrlSecrets(url, () => MASK);
}
