import type {Rule} from '../rule';

export const credentialRules = {
  'missing-credentials': {
    severity: 'warning',
    title: 'The request carries no credentials',
    reason:
      'The server answers 401 without a bearer token or an API key; Segment and journy.io ask for a write key.',
    source:
      'seed 003, Request Headers; ThriveStack docs of 2025, x-api-key; Segment HTTP API, Authentication',
  },
  'legacy-credentials': {
    severity: 'warning',
    title: 'The credentials travel in an outdated way',
    reason:
      'Only Authorization: Bearer and x-api-key are documented today; other schemes come from pages that were withdrawn.',
    source: 'seed 003, Request Headers; ThriveStack OpenAPI (KEY) and authentication.md (Token, api_key)',
  },
  'placeholder-credentials': {
    severity: 'warning',
    title: 'The credentials are a placeholder',
    reason:
      'A word like "undefined" or an unfilled template in their place means that a variable was never set.',
    source: 'seed 003, Response Codes',
  },
  'expired-token': {
    severity: 'warning',
    title: 'The token had expired',
    reason: 'The token says that it was no longer valid when the request left, so the server answers 401.',
    source: 'seed 003, Response Codes; RFC 7519, section 4.1.4',
  },
  'token-not-yet-valid': {
    severity: 'warning',
    title: 'The token is not valid yet',
    reason: 'The token says that it becomes valid only after the request left, so the server answers 401.',
    source: 'seed 003, Response Codes; RFC 7519, section 4.1.5',
  },
  'malformed-token': {
    severity: 'warning',
    title: 'The token cannot be read',
    reason:
      'It starts like a JSON Web Token but is none, usually because it was cut or quoted when it was copied.',
    source: 'seed 003, Request Headers; RFC 7519, section 7.2',
  },
  'missing-scope': {
    severity: 'warning',
    title: 'The token lists scopes, but not the one needed',
    reason:
      'The API requires one of the scopes telemetry_apis and track_api; a token that lists none is not judged.',
    source: 'seed 003, Authorization scopes',
  },
  'unexpected-content-type': {
    severity: 'warning',
    title: 'The content type is not application/json',
    reason: 'The API documents application/json; a server may refuse what is declared as something else.',
    source: 'seed 003, Request Headers',
  },
} as const satisfies Record<string, Rule>;
