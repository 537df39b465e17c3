import type {Rule} from '../rule';

/** Rules that need more than one event or request. */
export const sessionRules = {
  'duplicate-event': {
    severity: 'warning',
    title: 'The same event twice',
    reason:
      'An event that stands twice in a batch, or comes again within a second, counts twice in every report.',
    source: 'own judgement',
  },
  'repeated-batch': {
    severity: 'warning',
    title: 'The same batch sent again',
    reason:
      'The vendor’s script sends a batch up to three times when no answer comes; what arrived the first time then counts twice.',
    source: 'own judgement; ThriveStack browser script 2.0.1 (three attempts)',
  },
  'duplicate-message-id': {
    severity: 'warning',
    title: 'Two calls with one messageId',
    reason: 'Calls are told apart by their messageId, so of two that share one the second is lost.',
    source: 'Segment Spec, Common Fields (messageId); seed 001 and seed 002, Example',
  },
  'user-switch': {
    severity: 'warning',
    title: 'The user changes in mid-batch',
    reason:
      'A batch comes from one browser and seldom from two users: usually the id was set too late, or is stale after a logout.',
    source: 'own judgement',
  },
  'clock-off': {
    severity: 'warning',
    title: 'The events are more than a day away from their request',
    reason: 'A wrong clock, or a queue that was never emptied, puts events into reports of the wrong day.',
    source: 'own judgement',
  },
  'unknown-group': {
    severity: 'warning',
    title: 'A call of a group that no group call introduced',
    reason: 'Without a group call, Segment and journy.io know the id of the group and nothing else of it.',
    source: 'seed 001 and seed 002, Overview ("The group API call is how you associate …")',
  },
} as const satisfies Record<string, Rule>;
