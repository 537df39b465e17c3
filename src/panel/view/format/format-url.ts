import {replaceUrlSecrets} from '../../../domain/secrets/url-secrets';

const MASK = '••••••';

/** The URL for reading: credentials masked, and nothing else. */
export function maskUrl(url: string): string {
  return replaceUrlSecrets(url, () => MASK);
}

/** "api.app.thrivestack.ai/api/track" */
export function toEndpoint(url: string): string {
  if (!URL.canParse(url)) return url;
  const {host, pathname} = new URL(url);
  return `${host}${pathname}`;
}
