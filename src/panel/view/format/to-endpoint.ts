import {parseUrl} from '../../../domain/parse-url';

/** "api.app.thrivestack.ai/api/track" */
export function toEndpoint(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === null) return url;
  const {host, pathname} = parsed;
  return `${host}${pathname}`;
}
