/** References to credentials that were taken out of a URL's query look like this (`domain/capture/secrets.ts`). */
const SECRET = /secret-[\w-]+/g;
const MASK = '••••••';

/** The URL for reading: credentials masked. */
export function maskUrl(url: string): string {
  return url.replace(SECRET, MASK);
}

/** "api.app.thrivestack.ai/api/track" */
export function toEndpoint(url: string): string {
  if (!URL.canParse(url)) return url;
  const {host, pathname} = new URL(url);
  return `${host}${pathname}`;
}
