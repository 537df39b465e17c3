import type {Rule} from '../rule';

export const timestampRules = {
  'bad-timestamp': {
    severity: 'error',
    title: 'The timestamp is not UTC in ISO 8601',
    reason:
      'The API documents "the event timestamp in UTC using the ISO 8601 format"; other readings differ from server to server.',
    source: 'seed 003, Fields; seed 004, Request Field; seed 001 and seed 002, Example',
    milder: 'a warning where the field is optional and null or empty',
  },
  'missing-timestamp': {
    severity: 'error',
    title: 'The event has no timestamp',
    reason:
      'The timestamp is a required field; without it the event is dated by its arrival, if it is taken at all.',
    source: 'seed 003, Fields; only the documents of 2026 call it optional',
  },
  'timestamp-not-utc': {
    severity: 'warning',
    title: 'The timestamp has an offset instead of UTC',
    reason: 'It names a valid instant, but the documents ask for UTC.',
    source: 'seed 003, Fields',
  },
  'unusual-timestamp': {
    severity: 'warning',
    title: 'The timestamp is ISO 8601 but not RFC 3339',
    reason:
      "The vendor's OpenAPI says `date-time`, which is RFC 3339; readers differ on the rest of ISO 8601.",
    source: 'ThriveStack OpenAPI, track; RFC 3339, section 5.6',
  },
  'implausible-timestamp': {
    severity: 'warning',
    title: 'The timestamp is well-formed but hardly true',
    reason:
      'A time long ago or ahead of the request usually comes from an unset variable, a wrong unit or a wrong clock.',
    source: 'own judgement',
  },
  'bad-date': {
    severity: 'warning',
    title: 'A date among the properties is not ISO 8601',
    reason:
      'The property is documented as a date, and reports that count by it need one that every reader understands.',
    source: 'ThriveStack trial_started and trial_ended; seed 001 and seed 002, Traits',
    milder: 'information where it is a valid instant that is merely not in UTC or not RFC 3339',
  },
} as const satisfies Record<string, Rule>;
