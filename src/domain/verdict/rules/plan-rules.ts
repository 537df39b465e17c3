import type {Rule} from '../rule';

/** Each issue names its document: the user's plan, its version and the rule in it. */
const source = {document: 'Your tracking plan'};

/** Rules that compare an event with a tracking plan of the user. */
export const planRules = {
  'plan/unplanned-event': {
    severity: 'warning',
    title: 'Event is not in the tracking plan',
    reason: 'An unplanned event is either missing from the plan or sent under the wrong name.',
    source,
  },
  'plan/missing-property': {
    severity: 'error',
    title: 'Required property is missing',
    reason: 'The tracking plan requires this property.',
    source,
  },
  'plan/type': {
    severity: 'error',
    title: 'Property does not have the planned type',
    reason: 'The tracking plan names another type for this property.',
    source,
  },
  'plan/unplanned-property': {
    severity: 'warning',
    title: 'Property is not in the tracking plan',
    reason: 'The tracking plan does not allow properties besides those it lists.',
    source,
    milder: 'information if the plan allows further properties',
  },
  'plan/value': {
    severity: 'error',
    title: 'Value is not one of the planned values',
    reason: 'The tracking plan lists the values that this property may have.',
    source,
  },
  'plan/pattern': {
    severity: 'error',
    title: 'Value does not match the planned pattern',
    reason: 'The tracking plan has a regular expression for this property.',
    source,
  },
  'plan/format': {
    severity: 'error',
    title: 'Value does not have the planned format',
    reason: 'The tracking plan names a format for this property, such as date-time or email.',
    source,
  },
  'plan/range': {
    severity: 'error',
    title: 'Value is outside the planned range',
    reason: 'The tracking plan limits the size or length of this property.',
    source,
  },
  'plan/other': {
    severity: 'error',
    title: 'Event does not match the tracking plan',
    reason: 'The tracking plan has a condition that this event does not meet.',
    source,
  },
  'plan/rule-skipped': {
    severity: 'info',
    title: 'Part of the tracking plan was not checked',
    reason:
      'A part of the plan took too long or cannot be evaluated here, so the event was only checked against the rest.',
    source,
  },
} as const satisfies Record<`plan/${string}`, Rule>;
