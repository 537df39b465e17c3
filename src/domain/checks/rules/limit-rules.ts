import type {Rule} from '../rule';

export const limitRules = {
  'oversized-batch': {
    severity: 'error',
    title: 'More events than a request may hold',
    reason:
      'A request holds 1,000 events at most; beyond that the server answers 400 and records none of them.',
    source: 'seed 003, Request Body',
  },
  'oversized-body': {
    severity: 'error',
    title: 'More bytes than a request may hold',
    reason:
      'A request holds 2 MB at most as it travels; beyond that the server answers 400 and records none of its events.',
    source: 'seed 003, Request Body',
    milder:
      'a warning from 2,000,001 to 2,097,152 bytes, since no document says which of the two "2 MB" means',
  },
} as const satisfies Record<string, Rule>;
