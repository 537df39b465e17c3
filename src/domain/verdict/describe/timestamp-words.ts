import {describeValue, showValue} from '../describe-value';
import type {TimestampFacts, TimestampFaultKind} from '../timestamp-kind';
import {toFieldName} from '../to-field-name';
import {timestampReasons} from './timestamp-reasons';
import type {Describe, Place} from './wording';

export interface TimestampParams {
  value: unknown;
  kind: TimestampFaultKind;
  facts: TimestampFacts;
  /** The server sets it if it is missing. */
  isOptional?: true;
}

const UTC_EXAMPLE = 'UTC in ISO 8601, like 2026-04-30T07:08:47.000Z';

const expectedInstead: Partial<Record<TimestampFaultKind, string>> = {
  'vendor-sample': 'a year of four digits, as in 2020-11-23T22:28:55.111Z',
  'two-digit-year': 'a year of four digits',
  'zero-date': 'the time at which it happened',
  'epoch-zero': 'the time at which it happened',
  'before-2000': 'the time at which it happened',
  'in-the-future': 'the time at which it happened',
  'far-future': 'the time at which it happened',
};

export const timestampWords = {
  'bad-timestamp': describeTime,
  'missing-timestamp': describeTime,
  'timestamp-not-utc': describeTime,
  'unusual-timestamp': describeTime,
  'implausible-timestamp': describeTime,
  'bad-date': describeTime,
} as const satisfies Record<string, Describe>;

function describeTime({value, kind, facts, isOptional}: TimestampParams, {pointer}: Place) {
  const expected = expectedInstead[kind] ?? UTC_EXAMPLE;
  const what = `${toFieldName(pointer)} is ${value === undefined ? 'missing' : describeValue(value)}`;
  const reason = timestampReasons[kind];
  const message = isOptional
    ? `${what}, often the result of a date that could not be read, so the server fills in its own time. Send ${expected}, or leave the field out.`
    : `${what}. ${typeof reason === 'string' ? reason : reason(facts)} Send ${expected}.`;
  return {message, expected, found: showValue(value)};
}
