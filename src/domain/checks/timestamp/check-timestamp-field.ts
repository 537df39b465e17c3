import type {JsonValue} from '../../json/json-value';
import type {AddIssue} from '../../protocols/protocol';
import {toIssue} from '../../verdict/to-issue';
import {checkTimestamp} from './timestamp';

/** Reports issues of an event's `timestamp`, or of another field with its time. */
export function checkTimestampField(
  event: {index: number | null},
  value: JsonValue | undefined,
  sentAt: number | null,
  add: AddIssue,
  field = 'timestamp',
): void {
  const {kind, rule, severity, facts, fixes} = checkTimestamp(value, sentAt);
  if (kind === 'utc' || rule === null || severity === null) return;
  add(
    toIssue(rule, {
      event: event.index,
      pointer: `/${field}`,
      params: {value, kind, facts},
      fixes,
      severity,
    }),
  );
}

/**
 * Reports issues of a documented date that is not the event's own time, one level lower: such a date may be in the
 * past or in the future. null, "" and a missing field are accepted.
 */
export function checkDateField(
  event: number,
  pointer: string,
  value: JsonValue | undefined,
  add: AddIssue,
): void {
  if (value === undefined || value === null || value === '') return;
  const {kind, rule, severity, facts, fixes} = checkTimestamp(value, null);
  if (kind === 'utc' || rule === 'implausible-timestamp') return;
  add(
    toIssue('bad-date', {
      event,
      pointer,
      params: {value, kind, facts},
      fixes,
      severity: severity === 'error' ? 'warning' : 'info',
    }),
  );
}
