import type {Rule} from '../rule';

export const limitRules = {
  'oversized-batch': {
    severity: 'error',
    title: 'More events than a request may hold',
    reason:
      'A request holds 1,000 events at most; beyond that the server answers 400 and records none of them.',
    source: 'seed 003, Request Body',
  },
  'oversized-call': {
    severity: 'error',
    title: 'One call takes more bytes than it may',
    reason: 'Segment takes 32 KB per call, alone or in a batch, and answers 400 to what is larger.',
    source: 'Segment HTTP API, Errors (size limits)',
    milder: 'a warning from 32,001 to 32,768 bytes, since no document says which of the two "32 KB" means',
  },
  'oversized-body': {
    severity: 'error',
    title: 'More bytes than a request may hold',
    reason:
      'A request holds 2 MB at most as it travels (500 KB for Segment and journy.io); beyond that the server answers 400 and records none of its events.',
    source: 'seed 003, Request Body; Segment HTTP API, Batch',
    milder:
      'a warning from 2,000,001 to 2,097,152 bytes, since no document says which of the two "2 MB" means, and alike for "500 KB"',
  },
} as const satisfies Record<string, Rule>;
