import {isSecretParameter} from '../../../domain/capture/secrets';

/** A parameter whose value is the reference of a credential that was taken out (`domain/capture/secrets.ts`). */
const REFERENCE = /([?&#])([^=&#?]+)=secret-[\w-]+(?=[&#]|$)/g;
const MASK = '••••••';

/** The URL for reading: credentials masked, and nothing else. */
export function maskUrl(url: string): string {
  return url.replace(REFERENCE, (found: string, mark: string, name: string) =>
    isSecretParameter(name) ? `${mark}${name}=${MASK}` : found,
  );
}

/** "api.app.thrivestack.ai/api/track" */
export function toEndpoint(url: string): string {
  if (!URL.canParse(url)) return url;
  const {host, pathname} = new URL(url);
  return `${host}${pathname}`;
}
