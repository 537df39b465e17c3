import type {JsonValue} from '../../json/json-value';
import type {AddIssue} from '../../protocols/protocol';
import {toIssue} from '../../verdict/to-issue';
import {checkTimestamp} from './timestamp';

/** Reports what is wrong with an event's `timestamp`, or another field that dates it. */
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
 * Reports what is wrong with a documented date that is not the event's own time, one level lower: such a date may lie
 * in the past or ahead. null, "" and absence are tolerated.
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
