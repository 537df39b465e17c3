import type {ByteLimit, Protocol} from '../protocols/protocol';
import type {Issue} from '../verdict/issue';
import type {Source} from '../verdict/source';
import {toIssue} from '../verdict/to-issue';
import {checkEventSizes, reportEventSize} from './check-event-sizes';

/** The data of a request that limits apply to. */
export interface Sent {
  /** Number of entries of the batch. */
  events: number;
  /** On the wire; null if unknown. */
  bytes: number | null;
  /** The body is the event itself. */
  isSingle: boolean;
  /** The text of the body, null if it was sent in other bytes; `list`: the pointer of the list of events in it. */
  text: string | null;
  list: string;
}

/** Reports what exceeds a protocol's limits. */
export function checkLimits({limits}: Protocol, {events, bytes, isSingle, text, list}: Sent): Issue[] {
  const {eventBytes, source} = limits;
  const isOverEvent = eventBytes !== undefined && bytes !== null && bytes > eventBytes.safe;
  if (isSingle && isOverEvent) return [reportEventSize(0, bytes, eventBytes, source)];
  const issues: Issue[] = [];
  if (limits.events !== null && events > limits.events)
    issues.push(reportEvents(events, limits.events, source));
  if (limits.bytes && bytes !== null && bytes > limits.bytes.safe)
    issues.push(reportBytes(bytes, limits.bytes, source));
  if (isOverEvent && text !== null) issues.push(...checkEventSizes(text, list, eventBytes, source));
  return issues;
}

/** The byte limit of a body: a single event has its own if the documents name one. */
export function toByteLimit({limits}: Protocol, isSingle: boolean): ByteLimit | null {
  return (isSingle ? limits.eventBytes : null) ?? limits.bytes;
}

function reportEvents(events: number, limit: number, source: Source): Issue {
  return toIssue('oversized-batch', {
    event: null,
    pointer: '',
    params: {events, limit},
    source,
    fixes: ['split-batch'],
  });
}

function reportBytes(bytes: number, limit: ByteLimit, source: Source): Issue {
  return toIssue('oversized-body', {
    event: null,
    pointer: '',
    params: {bytes, limit},
    source,
    fixes: ['split-batch'],
    ...(bytes > limit.hard ? {} : {severity: 'warning' as const}),
  });
}
