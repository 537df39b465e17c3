import {checkDateField, checkTimestampField} from '../../checks/timestamp/check-timestamp-field';
import {UTC_EXAMPLE} from '../../checks/timestamp/timestamp-kinds';
import type {JsonObject} from '../../json/json-value';
import {describeValue, showValue} from '../../verdict/describe-value';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../protocol';

const source = 'seed 001 and seed 002, Example; Segment Spec, Common Fields';

/**
 * Reports times that are not ISO 8601. All are optional, since the server stamps what has none. `timestamp` and
 * `sentAt` are the sender's to give; the others are set on the way, so less hangs on them.
 */
export function checkCallTimes(
  event: number,
  call: JsonObject,
  {sentAt}: Pick<CheckContext, 'sentAt'>,
  add: AddIssue,
): void {
  const addSourced: AddIssue = (issue) => add({...issue, source});
  checkTime(event, call, 'timestamp', sentAt, addSourced);
  // How far it lies from the request is said of `timestamp` already.
  checkTime(event, call, 'sentAt', null, addSourced);
  for (const field of ['originalTimestamp', 'receivedAt'])
    checkDateField(event, `/${field}`, call[field], addSourced);
}

/** Of a batch: when it was sent as a whole. */
export function checkBatchTime(batch: JsonObject, add: AddIssue): void {
  checkTime(null, batch, 'sentAt', null, (issue) => add({...issue, source}));
}

function checkTime(
  event: number | null,
  call: JsonObject,
  field: 'timestamp' | 'sentAt',
  sentAt: number | null,
  add: AddIssue,
): void {
  const value = call[field];
  if (value === undefined) return;
  if (value !== null && value !== '') {
    checkTimestampField({index: event}, value, sentAt, add, field);
    return;
  }
  add(
    toIssue('bad-timestamp', {
      event,
      pointer: `/${field}`,
      message: `${field} is ${describeValue(value)}, as a date that could not be read becomes, so the server stamps its own time; send ${UTC_EXAMPLE}, or leave the field out.`,
      expected: UTC_EXAMPLE,
      found: showValue(value),
      fixes: ['timestamp-now'],
      severity: 'warning',
    }),
  );
}
