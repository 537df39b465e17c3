/**
 * The address that a text is; null if it is none. Used instead of `URL.canParse`, which in Node 20 and 22 denies hosts
 * beyond ASCII after a few thousand calls, when V8 has optimized its caller.
 */
export function parseUrl(url: string | null, base?: string): URL | null {
  if (url === null) return null;
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

export function canParseUrl(url: string, base?: string): boolean {
  return parseUrl(url, base) !== null;
}

/** The scheme, host and port of an address; null if it is none. */
export function toOrigin(url: string | null): string | null {
  return parseUrl(url)?.origin ?? null;
}
