import {builtInEndpoints} from './endpoints';

/**
 * Match patterns for every request of the built-in endpoints, whatever its scheme, port and query. They cover more than
 * that (`/api/tracking` too): the browser only has to leave most of a page's requests alone, `matchEndpoint` decides.
 */
export const builtInPatterns: readonly string[] = builtInEndpoints.map(
  ({host, path}) => `*://${host}${path}*`,
);
