import type {Rule} from '../rule';

export const eventRules = {
  'missing-event-name': {
    severity: 'error',
    title: 'The event has no name',
    reason:
      'event_name (event in a track call of Segment) is required: without it nobody knows what happened.',
    source: 'seed 003, Fields; Segment Spec, Track',
  },
  'legacy-event-field': {
    severity: 'error',
    title: 'The name stands in the legacy field event',
    reason:
      'Every table of fields, and every sample since October 2024, says event_name; only the oldest samples say event.',
    source: 'seed 003, Fields; seed 000, Event Parameters',
  },
  'unknown-event': {
    severity: 'info',
    title: 'A custom event',
    reason:
      'Custom events are documented and welcome; its properties are nobody’s but yours, so only the envelope is checked.',
    source: 'ThriveStack docs, custom events',
  },
  'near-miss-event-name': {
    severity: 'warning',
    title: 'The name is nearly that of a standard event',
    reason:
      'A name that differs by its case or a letter counts as a custom event and is missing from every standard report.',
    source: 'ThriveStack docs, standard events',
  },
  'mixed-up-event': {
    severity: 'warning',
    title: 'The properties belong to another event',
    reason:
      'user_enriched and group_enriched are easily swapped, and then neither user nor account gets the data.',
    source: 'seed 000, Try Out!, which does it',
  },
  'missing-user-id': {
    severity: 'error',
    title: 'The event has no user_id',
    reason:
      'user_id is required: it says who triggered the event. Segment and journy.io require userId or anonymousId.',
    source: 'seed 003, Fields; seed 001 and seed 002, Identities',
    milder:
      'a warning where the empty text stands beside a device_id, as the vendor’s own script sends it before login',
  },
  'placeholder-id': {
    severity: 'warning',
    title: 'An id is a placeholder',
    reason: 'All events with the same stand-in id are counted as one user or account.',
    source: 'own judgement, seen in real code',
    milder: 'information for words that may be meant, like "anonymous"',
  },
  'wrong-type': {
    severity: 'error',
    title: 'A field has another type than documented',
    reason: 'A documented type is what the server decodes into; a value of another type is lost or refused.',
    source: 'seed 003, Fields, and the page of the event',
    milder: 'a warning where documents disagree on the type',
  },
  'missing-property': {
    severity: 'warning',
    title: 'A documented property is missing',
    reason: 'Reports rely on it; the server itself accepts the event and answers with a warning.',
    source: 'the page of the event; ThriveStack OpenAPI where it says required',
  },
  'unlisted-value': {
    severity: 'info',
    title: 'A value is not among the documented ones',
    reason: 'The documents list the values that reports know; others are accepted.',
    source: 'the page of the event',
  },
  'bad-email': {
    severity: 'warning',
    title: 'An e-mail address is malformed',
    reason: 'The property holds an e-mail address, and this text can be none.',
    source: 'seed 003, JSON Example; seed 004, Event Properties',
  },
} as const satisfies Record<string, Rule>;
