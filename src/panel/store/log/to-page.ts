import {parseUrl} from '../../../domain/parse-url';

/** Fragments and queries change while a page stays the same for users. */
export function toPage(url: string | null): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return url;
  const {host, pathname, protocol} = parsed;
  return host === '' ? `${protocol}${pathname}` : `${host}${pathname}`;
}

/** Most requests come from the same page as the previous one, and parsing an address costs more than the rest of a row. */
export function createPageReader(): typeof toPage {
  let last: {url: string | null; page: string | null} = {url: null, page: null};
  return (url) => {
    if (url !== last.url) last = {url, page: toPage(url)};
    return last.page;
  };
}
