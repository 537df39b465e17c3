import {
  rfc,
  segmentHttpApi,
  thriveStackAuthentication,
  thriveStackOpenApi,
  trackApi,
  trackApi2025,
} from '../documents';
import type {Rule} from '../rule';

export const credentialRules = {
  'missing-credentials': {
    severity: 'warning',
    title: 'Credentials are missing',
    reason:
      'The server answers 401 without a bearer token or an API key. Segment and journy.io require a write key.',
    source: trackApi('Authentication'),
    alsoIn: [trackApi2025('x-api-key'), segmentHttpApi('Authentication')],
  },
  'legacy-credentials': {
    severity: 'warning',
    title: 'Credentials are sent in an outdated way',
    reason:
      'Today’s documents only list Authorization: Bearer and x-api-key. Other schemes come from documents that were withdrawn.',
    source: trackApi('Authentication'),
    alsoIn: [thriveStackOpenApi('KEY'), thriveStackAuthentication('Token, api_key')],
  },
  'placeholder-credentials': {
    severity: 'warning',
    title: 'Credentials are a placeholder',
    reason: 'A word like "undefined" or an unfilled template means that a variable was never set.',
    source: trackApi('Response codes'),
  },
  'expired-token': {
    severity: 'warning',
    title: 'Token has expired',
    reason: 'The token had expired when the request was sent, so the server answers 401.',
    source: rfc(7519, '4.1.4'),
    alsoIn: [trackApi('Response codes')],
  },
  'token-not-yet-valid': {
    severity: 'warning',
    title: 'Token is not valid yet',
    reason: 'The token was not valid yet when the request was sent, so the server answers 401.',
    source: rfc(7519, '4.1.5'),
    alsoIn: [trackApi('Response codes')],
  },
  'malformed-token': {
    severity: 'warning',
    title: 'Token is malformed',
    reason:
      'It starts like a JSON Web Token but cannot be read, usually because it was cut off or quoted when it was copied.',
    source: rfc(7519, '7.2'),
    alsoIn: [trackApi('Request headers')],
  },
  'missing-scope': {
    severity: 'warning',
    title: 'Token lacks the required scope',
    reason:
      'The API requires one of the scopes telemetry_apis and track_api. A token without a list of scopes is not checked.',
    source: trackApi('Authorization scopes'),
  },
  'unexpected-content-type': {
    severity: 'warning',
    title: 'Content-Type is not application/json',
    reason: 'The API documents application/json. A server may reject any other type.',
    source: trackApi('Request headers'),
  },
} as const satisfies Record<string, Rule>;
