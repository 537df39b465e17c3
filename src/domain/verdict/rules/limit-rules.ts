import {segmentHttpApi, trackApi} from '../documents';
import type {Rule} from '../rule';

export const limitRules = {
  'oversized-batch': {
    severity: 'error',
    title: 'Too many events in one request',
    reason:
      'A request takes at most 1,000 events. Above that, the server answers 400 and records none of them.',
    source: trackApi('Request body'),
  },
  'oversized-call': {
    severity: 'error',
    title: 'Call is too large',
    reason: 'Segment takes 32 KB per call, alone or in a batch, and answers 400 to larger ones.',
    source: segmentHttpApi('Errors'),
    milder: 'a warning from 32,001 to 32,768 bytes, since no document says which of the two "32 KB" means',
  },
  'oversized-body': {
    severity: 'error',
    title: 'Body is too large',
    reason:
      'A request takes at most 2 MB as sent (500 KB for Segment and journy.io). Above that, the server answers 400 and records none of its events.',
    source: trackApi('Request body'),
    alsoIn: [segmentHttpApi('Batch')],
    milder:
      'a warning from 2,000,001 to 2,097,152 bytes, since no document says which of the two "2 MB" means, and likewise for "500 KB"',
  },
} as const satisfies Record<string, Rule>;
