import type {Rule} from '../rule';

export const bodyRules = {
  'bare-object': {
    severity: 'warning',
    title: 'One event without an array around it',
    reason: 'The API takes an array of events; only the oldest documents show a bare object.',
    source: 'seed 003, JSON Example; seed 000, Sample',
  },
  'not-an-event': {
    severity: 'warning',
    title: 'The body is no event',
    reason:
      'The path is that of the Track API, but the body has none of the fields of an event: another API may live there.',
    source: 'seed 003, Fields',
  },
  'body-not-array': {
    severity: 'error',
    title: 'The body is neither an array nor an object',
    reason: 'The API takes an array of events.',
    source: 'seed 003, JSON Example',
  },
  'empty-batch': {
    severity: 'warning',
    title: 'The batch holds no event',
    reason: 'A request without events costs a round trip and records nothing.',
    source: 'seed 003, Request Body',
  },
  'entry-not-object': {
    severity: 'error',
    title: 'An entry of the batch is no object',
    reason: 'Every entry of the array is an event, which is an object.',
    source: 'seed 003, JSON Example',
  },
  'checks-stopped': {
    severity: 'warning',
    title: 'Only the first part was checked',
    reason: 'A batch far beyond every limit is not checked to its end, so that the panel stays quick.',
    source: 'own judgement',
  },
} as const satisfies Record<string, Rule>;
