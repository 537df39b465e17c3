import {canParseUrl} from '../parse-url';

/** Names that public servers cannot have (RFC 6761, RFC 6762, RFC 8375 and ICANN's reservation of `internal`). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|test|internal|home\.arpa)$/;
/** RFC 1122 (this host, loopback), RFC 1918 (private), RFC 3927 (link-local). */
const LOCAL_IPV4 =
  /^(?:127\.\d+|10\.\d+|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254)\.\d+\.\d+$|^0\.0\.0\.0$/;
/** Loopback, RFC 4193 (unique local), RFC 4291 (link-local, and a local address of IPv4 in one of IPv6). */
const LOCAL_IPV6 =
  /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:(?:7f..|a..|c0a8|a9fe|ac1.):.*)\]$/;

/** True if it can only be this computer or its own network: a test system, not a production one. */
export function isLocalOrigin(origin: string): boolean {
  if (!canParseUrl(origin)) return false;
  // A name with the trailing dot of the root is the same name.
  const host = new URL(origin).hostname.replace(/\.$/, '');
  return LOCAL_NAME.test(host) || LOCAL_IPV4.test(host) || LOCAL_IPV6.test(host);
}
