import type {Rule} from '../rule';

export const serverRules = {
  'server-rejected': {
    severity: 'error',
    title: 'The server refused the request',
    reason: 'What the server refuses is not recorded, whatever else looks right.',
    source: 'seed 003, Response Codes and Response Body',
    milder: 'a warning for 429 and 5xx, where sending again may help',
  },
  'server-disagrees': {
    severity: 'warning',
    title: 'The server’s verdict differs from ours',
    reason:
      'Either the server is laxer or stricter than its documents, or a rule here is wrong: worth a look at both.',
    source: 'seed 003, Response Body',
    milder: 'information where the server accepted what the documents forbid',
  },
  'server-warning': {
    severity: 'warning',
    title: 'The server accepted with a warning',
    reason: 'The server names what is missing from the events it took, and which report suffers.',
    source: 'ThriveStack docs of 2025, Track, Response Body (warnings)',
  },
} as const satisfies Record<string, Rule>;
