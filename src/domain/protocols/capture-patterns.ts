import {builtInEndpoints} from './endpoints';

/**
 * Match patterns for all requests to the built-in endpoints, with any scheme, port and query. They also match others
 * (`/api/tracking`): the browser only has to skip most of a page's requests, and `matchEndpoint` decides.
 */
export const builtInPatterns: readonly string[] = builtInEndpoints.map(
  ({host, path}) => `*://${host}${path}*`,
);
