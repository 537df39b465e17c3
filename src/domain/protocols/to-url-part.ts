import {canParseUrl, parseUrl} from '../parse-url';

/** A host as addresses contain it: with `xn--` for letters beyond ASCII. Keeps a `*.` before it and a port behind it. */
export function toUrlHost(text: string): string {
  const [, wild = '', host = '', port = ''] = /^(\*\.)?(.*?)(:\d+)?$/s.exec(text) ?? [];
  // URL also accepts and changes other texts, which the user should see as they are.
  if (!/[^\0-\x7f]/.test(host) || !canParseUrl(`http://${host}`)) return text;
  return wild + new URL(`http://${host}`).hostname + port;
}

/** A path as addresses contain it: with percent-encoding, and without a query. */
export function toUrlPath(text: string): string {
  return (text.startsWith('/') ? parseUrl(`http://host${text}`)?.pathname : null) ?? text;
}
