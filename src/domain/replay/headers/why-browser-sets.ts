import {type BrowserHeader, toBrowserHeader, type Way} from './browser-headers';

const reasons: Readonly<Record<Exclude<BrowserHeader, 'fetch-metadata'>, string>> = {
  'content-length': 'The browser sets it to the size of the body.',
  host: 'The browser takes it from the address.',
  'user-agent': 'The browser sends its own.',
  'accept-encoding': 'The browser lists the encodings it supports.',
  connection: 'It belongs to the connection, which the browser manages.',
  priority: 'The browser sets the priority of its requests.',
  'upgrade-insecure-requests': 'Browsers only send it with navigations.',
  cookie2: 'Browsers no longer send it.',
  'set-cookie': 'Browsers only read it from responses.',
  http2: 'It is part of HTTP/2. The browser sets it from the address.',
  forbidden: 'Scripts cannot set it (a forbidden header name in fetch).',
  'left-to-the-page': 'Left to the browser. If a script set it, the preflight would have to allow it.',
};

/** A sentence about why a script's fetch can't set this header; null if it can. */
export function whyBrowserSets(name: string, way: Way): string | null {
  const found = toBrowserHeader(name, way);
  if (found === null) return null;
  if (found !== 'fetch-metadata') return reasons[found];
  return way === 'page'
    ? 'The browser says where the request comes from: the page.'
    : 'The browser says where the request comes from: no site, since the extension sends it.';
}
