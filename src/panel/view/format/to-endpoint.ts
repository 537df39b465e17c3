import {canParseUrl} from '../../../domain/can-parse-url';
/** "api.app.thrivestack.ai/api/track" */
export function toEndpoint(url: string): string {
  if (!canParseUrl(url)) return url;
  const {host, pathname} = new URL(url);
  return `${host}${pathname}`;
}
