import {withoutFragment} from './request-target';

const KEY = 'track-inspector-replay=';

/**
 * The address of a replay as it is fetched: our one-shot marker is its fragment, which shows in webRequest and never
 * reaches a server. A fragment of its own would not reach it either.
 */
export function withMarker(url: string, marker: string): string {
  return `${withoutFragment(url)}#${KEY}${marker}`;
}

/** The marker in a URL's fragment, null for none. Any page can write one: see `ReplayMark`. */
export function toMarker(url: string): string | null {
  const start = url.indexOf(`#${KEY}`);
  return start === -1 ? null : url.slice(start + KEY.length + 1);
}
