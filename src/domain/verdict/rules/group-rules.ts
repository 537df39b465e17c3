import type {Rule} from '../rule';

export const groupRules = {
  'missing-group-id': {
    severity: 'error',
    title: 'The event names no account',
    reason:
      'ThriveStack reads the account from context.group_id only, and a group call of Segment or journy.io is about its groupId.',
    source:
      'ThriveStack OpenAPI, track ("group_id is a mandatory property in the context"); seed 004, Event Context; seed 001 and seed 002, Group ID',
    milder:
      'a warning on signed_up, which may come before an account exists, on custom events and on events that no document ties to an account',
  },
  'misplaced-group-id': {
    severity: 'warning',
    title: 'The group id stands in another place',
    reason:
      'The oldest tables list group_id at the top level, but every sample, and the server, has it in context.',
    source: 'seed 000, Event Parameters and Sample',
  },
  'conflicting-group-id': {
    severity: 'warning',
    title: 'Two group ids that differ',
    reason:
      'Only context.group_id counts; another id elsewhere in the event means that one of the two is wrong.',
    source: 'own judgement; two states of the vendor’s group page show it',
  },
} as const satisfies Record<string, Rule>;
