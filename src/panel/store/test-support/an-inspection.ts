import type {DecodedEvent, Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';

export function anInspection(changes: Partial<Inspection> = {}): Inspection {
  return {
    requestId: 'r1',
    sentAt: 1000,
    protocol: 'thrivestack-track',
    decoded: true,
    events: [],
    issues: [],
    size: {events: 0, bytes: 2, maxEvents: 1000, maxBytes: 2_097_152},
    ...changes,
  };
}

export function anEvent(changes: Partial<DecodedEvent> = {}): DecodedEvent {
  const index = changes.index ?? 0;
  return {
    index,
    type: 'track',
    name: 'invite_sent',
    value: {event_name: 'invite_sent'},
    pointer: `/${index}`,
    user: '766b3aef',
    group: 'bp497d1a',
    timestamp: '2024-10-20T15:51:35.059Z',
    messageId: null,
    ...changes,
  };
}

export function anIssue(changes: Partial<Issue> = {}): Issue {
  return {
    code: 'bad-timestamp',
    severity: 'error',
    event: 0,
    pointer: '/timestamp',
    params: {value: '20-11-23T22:28:55.111Z', kind: 'two-digit-year', facts: {readings: ['2020-11-23']}},
    source: {document: 'ThriveStack Track API', section: 'Fields'},
    fixes: [],
    ...changes,
  };
}
