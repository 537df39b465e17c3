import {checkDateField, checkTimestampField} from '../../checks/timestamp/check-timestamp-field';
import type {JsonObject} from '../../json/json-value';
import {segmentCommon} from '../../verdict/documents';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../protocol';

const source = segmentCommon();

/**
 * Reports times that are not ISO 8601. All are optional, since the server adds missing ones. `timestamp` and `sentAt`
 * are set by the sender; the others are set on the way, so they matter less.
 */
export function checkCallTimes(
  event: number,
  call: JsonObject,
  {sentAt}: Pick<CheckContext, 'sentAt'>,
  add: AddIssue,
): void {
  const addSourced: AddIssue = (issue) => add({...issue, source});
  checkTime(event, call, 'timestamp', sentAt, addSourced);
  // Whether it is far from the time of the request is already reported for `timestamp`.
  checkTime(event, call, 'sentAt', null, addSourced);
  for (const field of ['originalTimestamp', 'receivedAt'])
    checkDateField(event, `/${field}`, call[field], addSourced);
}

/** For a batch: when it was sent as a whole. */
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
      params: {value, kind: value === null ? 'null' : 'empty', facts: {}, isOptional: true},
      fixes: ['timestamp-now'],
      severity: 'warning',
    }),
  );
}
