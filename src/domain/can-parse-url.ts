/**
 * Whether the text is an address. Used instead of `URL.canParse`, which in Node 20 and 22 denies hosts beyond ASCII
 * after a few thousand calls, when V8 has optimized its caller.
 */
export function canParseUrl(url: string, base?: string): boolean {
  try {
    return Boolean(new URL(url, base));
  } catch {
    return false;
  }
}
