/** Names that no public server has (RFC 6761, RFC 6762, RFC 8375 and ICANN's reservation of `internal`). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|test|internal|home\.arpa)$/;
/** RFC 1122 (this host, loopback), RFC 1918 (private), RFC 3927 (link-local). */
const LOCAL_IPV4 =
  /^(?:127\.\d+|10\.\d+|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254)\.\d+\.\d+$|^0\.0\.0\.0$/;
/** Loopback, RFC 4193 (unique local), RFC 4291 (link-local). */
const LOCAL_IPV6 = /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/;

/** An IPv4 address in one of IPv6 (RFC 4291, 2.5.5.2), as URLs write it. */
const MAPPED_IPV4 = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/;

/** True where only this computer or its own network can be meant: a test system, not a production one. */
export function isLocalOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const host = toPlainHost(new URL(origin).hostname);
  return LOCAL_NAME.test(host) || LOCAL_IPV4.test(host) || LOCAL_IPV6.test(host);
}

/** A name that ends with the root's dot is the same name. */
function toPlainHost(hostname: string): string {
  const [, high, low] = MAPPED_IPV4.exec(hostname) ?? [];
  if (high === undefined || low === undefined) return hostname.replace(/\.$/, '');
  const bytes = [high, low].flatMap((part) => {
    const two = Number.parseInt(part, 16);
    return [two >> 8, two & 0xff];
  });
  return bytes.join('.');
}
