/**
 * A word as programs on Windows read it, where `""` within quotes is one quote (Firefox copied like this for years).
 * Only for a word that becomes JSON this way, since bash would read it as empty. Null for any other. Byte text.
 */
export function readDoubledQuotes(source: string): string | null {
  if (!/^"[[{]/.test(source) || !source.endsWith('"') || !source.includes('""')) return null;
  const value = source.slice(1, -1).replaceAll('""', '"').replaceAll('\\"', '"');
  try {
    JSON.parse(value);
    return value;
  } catch {
    return null;
  }
}

/** A command for PowerShell, as browsers copy it, or for PowerShell's own `curl`, which is another program. */
export function isForPowerShell(text: string): boolean {
  const begin = text.slice(0, 5000);
  return (
    /(?:^|[\s;(])(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)\s/i.test(begin) ||
    /^\s*curl(?:\.exe)?(?:\s+(?:"[^"\n]*"|[^\s'"]+))*?\s+(?:-(?:uri|method|body|headers|contenttype|usebasicparsing)\b|`\r?\n)/i.test(
      begin,
    )
  );
}

/** A command for Windows' cmd, as Chrome copies it: `^"` for quotes and `^` at the end of lines. */
export function isForCmd(text: string): boolean {
  const begin = text.slice(0, 5000);
  return (
    /^\s*(?:\S+[\\/])?curl(?:\.exe)?\s[^'"]*\^["\r\n]/i.test(begin) ||
    /^\s*(?:\S+[\\/])?curl(?:\.exe)?\s[^'\n]*\s\^\r?\n/i.test(begin)
  );
}
