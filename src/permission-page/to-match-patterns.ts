/** All sites, in the words of host permissions. */
export const ALL_SITES = '*://*/*';

/**
 * Host permissions for origins and patterns that the user asks for. A port in a pattern never matches (Firefox), so it
 * goes; what is no http address is left out.
 */
export function toMatchPatterns(asked: readonly string[]): string[] {
  return [...new Set(asked.flatMap(toPattern))];
}

function toPattern(asked: string): string[] {
  if (asked === ALL_SITES || asked === '<all_urls>') return [ALL_SITES];
  const parts = /^(https?|\*):\/\/([^/:?#]+|\[[0-9a-f:]+\])(?::\d+|:\*)?(?:\/.*)?$/i.exec(asked);
  return parts?.[1] && parts[2] ? [`${parts[1].toLowerCase()}://${parts[2].toLowerCase()}/*`] : [];
}
