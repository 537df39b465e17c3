import {withoutFragment} from './request-target';

const KEY = 'track-inspector-replay=';

/**
 * The address with which a replay is fetched: our one-shot marker is its fragment, which webRequest shows and which
 * is never sent to a server. The address's own fragment would not be sent either.
 */
export function withMarker(url: string, marker: string): string {
  return `${withoutFragment(url)}#${KEY}${marker}`;
}

/** The marker in a URL's fragment, null if there is none. Any page can write one: see `ReplayMark`. */
export function toMarker(url: string): string | null {
  const start = url.indexOf(`#${KEY}`);
  return start === -1 ? null : url.slice(start + KEY.length + 1);
}
