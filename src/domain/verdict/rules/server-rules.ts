import {ownCheck, trackApi, trackApi2025} from '../documents';
import type {Rule} from '../rule';

export const serverRules = {
  'server-rejected': {
    severity: 'error',
    title: 'Server rejected the request',
    reason: 'A rejected request is not recorded, even if everything else is right.',
    source: trackApi('Response codes'),
    milder: 'a warning for 429, where a retry may help',
  },
  'server-failed': {
    severity: 'warning',
    title: 'Server failed',
    reason:
      'A status of 5xx is a fault of the server, not of the request. The events may not be recorded until they are sent again.',
    source: trackApi('Response codes'),
  },
  'request-failed': {
    severity: 'error',
    title: 'Request failed',
    reason: 'Without a complete response, it is not known whether the events were recorded.',
    source: ownCheck,
  },
  'server-disagrees': {
    severity: 'warning',
    title: 'Server and checks disagree',
    reason:
      'Either the server is less or more strict than its documents, or a rule here is wrong. Both are worth a look.',
    source: trackApi('Response body'),
    milder: 'information if the server accepted what the documents forbid',
  },
  'server-warning': {
    severity: 'warning',
    title: 'Server accepted the request with a warning',
    reason: 'The server says what is missing from the events it accepted, and which report is affected.',
    source: trackApi2025('Response body'),
  },
} as const satisfies Record<string, Rule>;
