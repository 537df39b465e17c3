import {eventPage, journyGroup, ownCheck, segmentGroup, thriveStackOpenApi} from '../documents';
import type {Rule} from '../rule';

export const groupRules = {
  'missing-group-id': {
    severity: 'error',
    title: 'group_id is missing',
    reason:
      'ThriveStack only reads the account from context.group_id. In a group call of Segment or journy.io it is called groupId.',
    source: thriveStackOpenApi('context'),
    alsoIn: [eventPage('invite_sent', 'Event Context'), segmentGroup('Group ID'), journyGroup('Group ID')],
    milder:
      'a warning on signed_up, which may come before an account exists, on custom events and on events that no document ties to an account',
  },
  'misplaced-group-id': {
    severity: 'warning',
    title: 'group_id is in the wrong place',
    reason:
      'The oldest tables list group_id at the top level, but every sample, and the server, has it in context.',
    source: eventPage('group_enriched', 'Event Parameters and Sample'),
  },
  'conflicting-group-id': {
    severity: 'warning',
    title: 'Two group IDs differ',
    reason:
      'Only context.group_id is read. A different ID elsewhere in the event means that one of the two is wrong.',
    source: ownCheck,
  },
} as const satisfies Record<string, Rule>;
