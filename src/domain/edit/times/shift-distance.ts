import type {FixContext} from '../fixes/quick-fix';
import {type ExactInstant, readIso} from '../fixes/timestamp-text';
import {findTimes} from './find-times';
import {readDuration} from './read-duration';

/** How to shift the times of a batch, as the user typed it. */
export interface ShiftInput {
  /** All by a duration, or so that the first or the last has a given time. */
  kind: 'by' | 'first' | 'last';
  /** See `readDuration`; otherwise a time in ISO 8601 with its zone. */
  text: string;
}

/** The distance in milliseconds; null if the text cannot be read, or there is no time. */
export function toShiftDistance(context: FixContext, {kind, text}: ShiftInput): number | null {
  if (kind === 'by') return readDuration(text);
  const wanted = readIso(text.trim());
  const from = toMilliseconds(context).reduce<number | null>(
    (best, each) => (best === null || (kind === 'first' ? each < best : each > best) ? each : best),
    null,
  );
  return wanted === null || from === null ? null : wholeMilliseconds(wanted) - from;
}

function toMilliseconds(context: FixContext): number[] {
  return findTimes(context).flatMap(({time}) => {
    const instant = readIso(time);
    return instant === null ? [] : [wholeMilliseconds(instant)];
  });
}

/** Since the epoch; digits below are not affected by shifting. */
function wholeMilliseconds({seconds, fraction}: ExactInstant): number {
  return seconds * 1_000 + Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
}
