import type {JsonEdit} from '../../json/edit/json-edit';
import {type FixContext, type QuickFix, toJsonText} from '../fixes/quick-fix';
import {readIso, shiftInstant, writeUtc} from '../fixes/timestamp-text';
import {findTimes} from './find-times';

/**
 * Shifts every timestamp of the batch by this number of milliseconds, so that their distances and all digits below a
 * millisecond stay the same. Null: there is no valid instant. Times that are not valid instants are unchanged.
 */
export function shiftTimestamps(context: FixContext, milliseconds: number): QuickFix | null {
  // Unchanged times are not rewritten in UTC.
  if (milliseconds === 0) return null;
  const shifts = findTimes(context).flatMap(({pointer, time}) => {
    const instant = readIso(time);
    const shifted = instant === null ? null : writeUtc(shiftInstant(instant, milliseconds));
    return shifted === null || shifted === time ? [] : [{pointer, before: time, after: shifted}];
  });
  const [first] = shifts;
  if (first === undefined) return null;
  const edits = shifts.map(
    ({pointer, after}): JsonEdit => ({op: 'replace', pointer, text: toJsonText(after)}),
  );
  return {
    code: 'shift-timestamps',
    title: shifts.length === 1 ? 'Shift the timestamp' : `Shift ${shifts.length} timestamps`,
    preview: {before: first.before, after: first.after},
    variant: '',
    edits,
    changes: null,
  };
}

/** The distance in milliseconds by which the latest time has to be shifted to be `now`; null if there is none. */
export function distanceToNow(context: FixContext): number | null {
  const now = readIso(context.now);
  const seconds = findTimes(context).flatMap(({time}) => readIso(time)?.seconds ?? []);
  // Not Math.max(...): a batch may contain more times than a call may have arguments.
  const latest = seconds.reduce<number | null>(
    (max, each) => (max === null || each > max ? each : max),
    null,
  );
  return now === null || latest === null ? null : (now.seconds - latest) * 1000;
}
