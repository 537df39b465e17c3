import {
  eventPage,
  journyGroup,
  ownCheck,
  rfc,
  segmentCommon,
  segmentGroup,
  thriveStackOpenApi,
  trackApi,
} from '../documents';
import type {Rule} from '../rule';

export const timestampRules = {
  'bad-timestamp': {
    severity: 'error',
    title: 'Timestamp is not UTC in ISO 8601',
    reason:
      'The API documents "the event timestamp in UTC using the ISO 8601 format". Servers disagree on how to read anything else.',
    source: trackApi('Fields'),
    alsoIn: [eventPage('invite_sent', 'Request Field'), segmentCommon(), journyGroup('Example')],
    milder: 'a warning if the field is optional and null or empty',
  },
  'missing-timestamp': {
    severity: 'error',
    title: 'Timestamp is missing',
    reason:
      'The timestamp is a required field; only the documents of 2026 call it optional. Without it, the event gets the time of its arrival.',
    source: trackApi('Fields'),
  },
  'timestamp-not-utc': {
    severity: 'warning',
    title: 'Timestamp is not in UTC',
    reason: 'The time is valid, but it has an offset and the documents ask for UTC.',
    source: trackApi('Fields'),
  },
  'unusual-timestamp': {
    severity: 'warning',
    title: 'Timestamp is ISO 8601 but not RFC 3339',
    reason:
      'The vendor’s OpenAPI says date-time, which is RFC 3339. Readers disagree on the rest of ISO 8601.',
    source: rfc(3339, '5.6'),
    alsoIn: [thriveStackOpenApi('timestamp')],
  },
  'implausible-timestamp': {
    severity: 'warning',
    title: 'Timestamp is unlikely to be right',
    reason:
      'A time long ago or after the request usually comes from an unset variable, a wrong unit or a wrong clock.',
    source: ownCheck,
  },
  'bad-date': {
    severity: 'warning',
    title: 'Date property is not ISO 8601',
    reason: 'The property is documented as a date, and reports need one that every reader understands.',
    source: eventPage('trial_started'),
    alsoIn: [eventPage('trial_ended'), segmentGroup('Traits'), journyGroup('Traits')],
    milder: 'information if the time is valid but not in UTC or not RFC 3339',
  },
} as const satisfies Record<string, Rule>;
