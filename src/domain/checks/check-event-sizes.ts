import {findElements} from '../json/array-elements';
import type {ByteLimit} from '../protocols/protocol';
import type {Issue} from '../verdict/issue';
import type {Source} from '../verdict/source';
import {toIssue} from '../verdict/to-issue';

const encoder = new TextEncoder();

/**
 * Reports the entries of a batch that exceed the limit of one event, measured by the bytes of their text as sent,
 * without the commas and white space around it. `list`: JSON Pointer of the array that contains them.
 */
export function checkEventSizes(text: string, list: string, limit: ByteLimit, source: Source): Issue[] {
  const places = findElements(text, list) ?? [];
  return places.flatMap(({start, end}, index) => {
    // A UTF-16 unit takes at most three bytes, so most events need not be encoded.
    if ((end - start) * 3 <= limit.safe) return [];
    const bytes = encoder.encode(text.slice(start, end)).length;
    return bytes > limit.safe ? [reportEventSize(index, bytes, limit, source)] : [];
  });
}

/** The issue itself, also used for a body that is one event. */
export function reportEventSize(event: number, bytes: number, limit: ByteLimit, source: Source): Issue {
  return toIssue('oversized-call', {
    event,
    pointer: '',
    params: {bytes, limit},
    source,
    ...(bytes > limit.hard ? {} : {severity: 'warning' as const}),
  });
}
