import {journyGroup, ownCheck, segmentCommon, segmentGroup} from '../documents';
import type {Rule} from '../rule';

/** Rules that need more than one event or request. */
export const sessionRules = {
  'duplicate-event': {
    severity: 'warning',
    title: 'Event was sent twice',
    reason: 'An event that is twice in a batch, or sent again within a second, counts twice in every report.',
    source: ownCheck,
  },
  'repeated-batch': {
    severity: 'warning',
    title: 'Batch was sent again',
    reason:
      'The vendor’s browser script (2.0.1) sends a batch up to three times if it gets no response. If the first one arrived, its events count twice.',
    source: ownCheck,
  },
  'duplicate-message-id': {
    severity: 'warning',
    title: 'Two calls have the same messageId',
    reason: 'Calls are told apart by their messageId. The second of two calls with the same one is lost.',
    source: segmentCommon('messageId'),
    alsoIn: [segmentGroup('Example'), journyGroup('Example')],
  },
  'user-switch': {
    severity: 'warning',
    title: 'User changes within a batch',
    reason:
      'A batch comes from one browser and rarely from two users. Usually the ID was set too late, or kept after logout.',
    source: ownCheck,
  },
  'clock-off': {
    severity: 'warning',
    title: 'Events are more than a day away from their request',
    reason: 'A wrong clock, or a queue that was never emptied, puts events into reports of the wrong day.',
    source: ownCheck,
  },
  'unknown-group': {
    severity: 'warning',
    title: 'Group was not introduced by a group call',
    reason: 'Without a group call, Segment and journy.io only know the ID of the group.',
    source: segmentGroup('Overview'),
    alsoIn: [journyGroup('Overview')],
  },
} as const satisfies Record<string, Rule>;
