import {
  customEvents,
  eventPage,
  journyGroup,
  ownCheck,
  segmentGroup,
  segmentSpec,
  standardEventsPage,
  thriveStackOpenApi,
  trackApi,
} from '../documents';
import type {Rule} from '../rule';

export const eventRules = {
  'missing-event-name': {
    severity: 'error',
    title: 'Event name is missing',
    reason:
      'event_name is required, since it says what happened. In a Segment track call it is called event.',
    source: trackApi('Fields'),
    alsoIn: [segmentSpec('Track')],
  },
  'legacy-event-field': {
    severity: 'error',
    title: 'Event name is in the legacy field "event"',
    reason:
      'Every table of fields, and every sample since October 2024, uses event_name. Only the oldest samples use event.',
    source: trackApi('Fields'),
    alsoIn: [eventPage('group_enriched', 'Event Parameters')],
  },
  'unknown-event': {
    severity: 'info',
    title: 'Custom event',
    reason:
      'Custom events are allowed. Their properties are not documented, so only user, time and account are checked.',
    source: customEvents(),
  },
  'near-miss-event-name': {
    severity: 'warning',
    title: 'Event name is almost a standard name',
    reason:
      'A name that differs in case or by a letter counts as a custom event and is missing from the standard reports.',
    source: standardEventsPage(),
  },
  'mixed-up-event': {
    severity: 'warning',
    title: 'Properties belong to another event',
    reason:
      'user_enriched and group_enriched are easily swapped. Then neither the user nor the account gets the data.',
    source: eventPage('group_enriched', 'Try Out!'),
  },
  'missing-user-id': {
    severity: 'error',
    title: 'user_id is missing',
    reason:
      'user_id is required: it says who triggered the event. Segment and journy.io require userId or anonymousId.',
    source: trackApi('Fields'),
    alsoIn: [segmentGroup('Identities'), journyGroup('Identities')],
    milder:
      'a warning if it is an empty string next to a device_id, which the vendor’s own script sends before login',
  },
  'placeholder-id': {
    severity: 'warning',
    title: 'ID is a placeholder',
    reason: 'All events with the same placeholder are counted as one user or account. Seen in real code.',
    source: ownCheck,
    milder: 'information for words that may be intended, like "anonymous"',
  },
  'placeholder-name': {
    severity: 'warning',
    title: 'Event name is a placeholder',
    reason: 'A name like "undefined" or an unfilled template means that a variable was never set.',
    source: ownCheck,
  },
  'wrong-type': {
    severity: 'error',
    title: 'Field has the wrong type',
    reason: 'The server expects the documented type. A value of another type is lost or rejected.',
    source: trackApi('Fields'),
    milder: 'a warning where documents disagree on the type',
  },
  'missing-property': {
    severity: 'warning',
    title: 'Documented property is missing',
    reason: 'Reports need this property. The server itself accepts the event with a warning.',
    source: standardEventsPage(),
    alsoIn: [thriveStackOpenApi()],
  },
  'unlisted-value': {
    severity: 'info',
    title: 'Value is not one of the documented values',
    reason: 'The documents list the values that reports know. Other values are accepted.',
    source: standardEventsPage(),
  },
  'bad-email': {
    severity: 'warning',
    title: 'Email address is not valid',
    reason: 'The property should hold an email address, and this text cannot be one.',
    source: trackApi('Request body'),
    alsoIn: [eventPage('invite_sent', 'Event Properties')],
  },
} as const satisfies Record<string, Rule>;
