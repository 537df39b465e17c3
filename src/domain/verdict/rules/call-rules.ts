import type {Rule} from '../rule';

/** Of calls in Segment's language. */
export const callRules = {
  'body-not-call': {
    severity: 'error',
    title: 'The body is neither a call nor a batch of calls',
    reason: 'Segment and journy.io take one call as an object, or an object whose "batch" holds the calls.',
    source: 'seed 001 and seed 002, Example; Segment HTTP API, Batch',
  },
  'missing-call-type': {
    severity: 'error',
    title: 'The call does not say what it is',
    reason: 'In a batch nothing but type tells a group call from a track call.',
    source: 'seed 001 and seed 002, Example; Segment HTTP API, Batch',
  },
  'unknown-call-type': {
    severity: 'warning',
    title: 'The type of the call is not documented',
    reason: 'The documents know identify, group, track, page, screen and alias, all in lower case.',
    source: 'Segment Spec, Common Fields',
  },
  'conflicting-call-type': {
    severity: 'warning',
    title: 'The path takes calls of another type',
    reason:
      'Each type of call has a path of its own, and what a server makes of another type is not documented.',
    source: 'Segment HTTP API',
  },
  'null-trait': {
    severity: 'info',
    title: 'A trait is null',
    reason: 'journy.io replaces the stored value by null, while a trait that is left out keeps it.',
    source: 'seed 002, Traits',
  },
  'conflicting-traits': {
    severity: 'warning',
    title: 'Two traits that are one when case does not count',
    reason: 'Traits are case-insensitive, so which of the two values is kept is anybody’s guess.',
    source: 'seed 001 and seed 002, Traits ("Traits are case-insensitive")',
  },
} as const satisfies Record<string, Rule>;
