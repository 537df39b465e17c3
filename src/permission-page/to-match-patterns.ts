/** The match pattern for all sites. */
export const ALL_SITES = '*://*/*';

/**
 * Match patterns for origins and patterns that the user asks for. A pattern with a port never matches in Firefox, so
 * the port is removed; addresses other than http are left out.
 */
export function toMatchPatterns(asked: readonly string[]): string[] {
  return [...new Set(asked.flatMap(toPattern))];
}

function toPattern(asked: string): string[] {
  if (asked === ALL_SITES || asked === '<all_urls>') return [ALL_SITES];
  const parts = /^(https?|\*):\/\/([^/:?#]+|\[[0-9a-f:]+\])(?::\d+|:\*)?(?:\/.*)?$/i.exec(asked);
  return parts?.[1] && parts[2] ? [`${parts[1].toLowerCase()}://${parts[2].toLowerCase()}/*`] : [];
}
