import type {ByteLimit, Protocol} from '../protocols/protocol';
import type {Issue} from './issue';
import {formatCount} from './to-body-issue';
import {toIssue} from './to-issue';

/** Reports what exceeds a protocol's limits. `bytes`: as sent on the wire; null where nobody knows. */
export function checkLimits(protocol: Protocol, events: number, bytes: number | null): Issue[] {
  const {limits} = protocol;
  const issues: Issue[] = [];
  if (limits.events !== null && events > limits.events)
    issues.push(reportEvents(events, limits.events, limits.source));
  if (limits.bytes && bytes !== null && bytes > limits.bytes.safe)
    issues.push(reportBytes(bytes, limits.bytes, limits.source));
  return issues;
}

function reportEvents(events: number, limit: number, source: string): Issue {
  return toIssue('oversized-batch', {
    event: null,
    pointer: '',
    message: `The batch holds ${formatCount(events)} events, ${formatCount(events - limit)} more than the ${formatCount(limit)} that a request may hold; split it.`,
    expected: `at most ${formatCount(limit)} events`,
    found: `${formatCount(events)} events`,
    source,
    fixes: ['split-batch'],
  });
}

function reportBytes(bytes: number, {safe, hard, documented}: ByteLimit, source: string): Issue {
  const isSure = bytes > hard;
  const what = `The body takes ${formatCount(bytes)} bytes on the wire`;
  const message = isSure
    ? `${what}, more than the ${documented} (${formatCount(hard)} bytes) that a request may hold; split the batch.`
    : `${what}, more than ${formatCount(safe)}, which is one reading of the ${documented} that a request may hold; split the batch to be safe.`;
  return toIssue('oversized-body', {
    event: null,
    pointer: '',
    message,
    expected: `at most ${formatCount(safe)} bytes`,
    found: `${formatCount(bytes)} bytes`,
    source,
    fixes: ['split-batch'],
    ...(isSure ? {} : {severity: 'warning' as const}),
  });
}
