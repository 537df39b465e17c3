import type {JsonValue} from '../../json/json-value';
import type {AddIssue} from '../../protocols/protocol';
import {describeValue, showValue} from '../../verdict/describe-value';
import type {Issue} from '../../verdict/issue';
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
  const {rule, severity, reason, expected, fixes} = checkTimestamp(value, sentAt);
  if (rule === null || severity === null) return;
  add(
    toIssue(rule, {
      event: event.index,
      pointer: `/${field}`,
      message: toSentence(field, value, reason, expected),
      expected,
      found: showValue(value),
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
  const {rule, severity, reason, expected, fixes} = checkTimestamp(value, null);
  if (rule === null || rule === 'implausible-timestamp') return;
  const facts: Partial<Issue> = {severity: severity === 'error' ? 'warning' : 'info'};
  add(
    toIssue('bad-date', {
      event,
      pointer,
      message: toSentence(pointer.slice(1).replaceAll('/', '.'), value, reason, expected),
      expected,
      found: showValue(value),
      fixes,
      ...facts,
    }),
  );
}

function toSentence(field: string, value: JsonValue | undefined, reason: string, expected: string): string {
  if (value === undefined) return `${field} is missing: ${reason}; send ${expected}.`;
  return `${field} is ${describeValue(value)}, ${reason}; send ${expected}.`;
}
