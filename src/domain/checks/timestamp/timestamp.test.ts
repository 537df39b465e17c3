import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../json/json-value';
import {describeIssue} from '../../verdict/describe/describe-issue';
import type {Issue} from '../../verdict/issue';
import type {TimestampKind} from '../../verdict/timestamp-kind';
import {checkTimestampField} from './check-timestamp-field';
import {checkTimestamp} from './timestamp';

const sentAt = Date.UTC(2026, 3, 30, 12);

type Row = readonly [JsonValue | undefined, TimestampKind, string | null];

const fine: readonly Row[] = [
  ['2026-04-30T07:08:47Z', 'utc', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30T07:08:47.079Z', 'utc', '2026-04-30T07:08:47.079Z'],
  ['2026-04-30T07:08:47.079000Z', 'utc', '2026-04-30T07:08:47.079Z'],
  ['2026-04-30T07:08:47.0Z', 'utc', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30T07:08:47.079999999Z', 'utc', '2026-04-30T07:08:47.079Z'],
  ['2026-04-30T07:08:47+00:00', 'utc', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30T07:08:47.5+00:00', 'utc', '2026-04-30T07:08:47.500Z'],
  ['2024-02-29T00:00:00Z', 'utc', '2024-02-29T00:00:00.000Z'],
  ['2000-02-29T23:59:59Z', 'utc', '2000-02-29T23:59:59.000Z'],
  ['2024-10-20T15:51:35.059000Z', 'utc', '2024-10-20T15:51:35.059Z'],
  [`2026-04-30T07:08:47.${'1'.repeat(60)}Z`, 'utc', '2026-04-30T07:08:47.111Z'],
  ['2026-05-01T11:59:59Z', 'utc', '2026-05-01T11:59:59.000Z'],
];

const errors: readonly Row[] = [
  ['20-11-23T22:28:55.111Z', 'vendor-sample', null],
  ['26-04-30T07:08:47Z', 'two-digit-year', null],
  ['99-99-99T07:08:47Z', 'two-digit-year', null],
  ['2015-2-02T00:30:08.276Z', 'unpadded', null],
  ['2026-04-30T7:08:47Z', 'unpadded', null],
  ['2026-04-30T07:08:47.Z', 'empty-fraction', null],
  ['2026-04-30T07:08:47ZZ', 'double-zone', null],
  ['2026-04-30T07:08:47+00:00Z', 'double-zone', null],
  ['2026-04-30T07:08:47Z+00:00', 'double-zone', null],
  [' 2026-04-30T07:08:47Z', 'spaces-around', '2026-04-30T07:08:47.000Z'],
  [' 2026-04-30T07:08:47', 'spaces-around', null],
  ['2026-04-30 07:08:47 UTC', 'zone-name', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30T07:08:47GMT', 'zone-name', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30 07:08:47 CEST', 'zone-name', null],
  ['2026-04-30T07:08:47 PM', 'extra-text', null],
  ['2026-04-30 07:08:47 Europe/Paris', 'zone-name', null],
  ['2026-04-30 07:08:47 America/Puerto_Rico', 'zone-name', null],
  ['2026-04-30T07:08:47:079Z', 'extra-text', null],
  ['2026-04-30 07:08:47 +0200', 'extra-text', '2026-04-30T05:08:47.000Z'],
  ['2026-04-30 07:08:47 at noon', 'extra-text', null],
  ['Thu Apr 30 07:08:47 UTC 2026', 'date-command', null],
  ['1.777532927079e12', 'digit-string', '2026-04-30T07:08:47.079Z'],
  ['2026-04-30T07:08:4Z', 'unpadded', null],
  ['2026-04-30/P1D', 'interval', null],
  ['2026-04-30T07:08:47Z\n', 'spaces-around', null],
  ['2026‑04‑30T07:08:47Z', 'look-alike-characters', null],
  ['2026-04-30T07:08:47−05:00', 'look-alike-characters', null],
  ['２０２６-04-30T07:08:47Z', 'look-alike-characters', null],
  ['2026-04-30T07:08:47Z[UTC]', 'zone-name', null],
  ['2026-04-30T07:08:47+02:00[Europe/Paris]', 'zone-name', null],
  ['2026-02-30T07:08:47Z', 'impossible-date', null],
  ['2026-04-31T07:08:47Z', 'impossible-date', null],
  ['2026-02-29T07:08:47Z', 'impossible-date', null],
  ['1900-02-29T07:08:47Z', 'impossible-date', null],
  ['2026-04-00T07:08:47Z', 'impossible-date', null],
  ['20260230T070847Z', 'impossible-date', null],
  ['2026-13-01T07:08:47Z', 'out-of-range', null],
  ['2026-00-01T07:08:47Z', 'out-of-range', null],
  ['2026-04-30T24:00:01Z', 'out-of-range', null],
  ['2026-04-30T24:00:00.5Z', 'out-of-range', null],
  ['2026-04-30T25:00:00Z', 'out-of-range', null],
  ['2026-04-30T07:60:00Z', 'out-of-range', null],
  ['2026-04-30T07:08:61Z', 'out-of-range', null],
  ['2026-04-30T07:08:47+24:00', 'out-of-range', null],
  ['2026-04-30T07:08:47+00:60', 'out-of-range', null],
  ['2026-04-30T07:08:60Z', 'false-leap-second', null],
  ['2026-12-31T23:59:60Z', 'false-leap-second', null],
  ['Thu, 30 Apr 2026 07:08:47 GMT', 'http-date', null],
  ['Thu Apr 30 2026 07:08:47 GMT+0200 (CEST)', 'js-date-string', null],
  ['4/30/2026, 7:08 AM', 'not-iso', null],
  ['2026/04/30 07:08:47', 'not-iso', null],
  ['event 1', 'not-iso', null],
  ['iso 8601 string', 'not-iso', null],
  ['2026-04-30T070847Z', 'not-iso', null],
  ['20260430T07:08:47Z', 'not-iso', null],
  ['2026-04T07:08:47Z', 'not-iso', null],
  ['-000000-01-01T00:00:00Z', 'not-iso', null],
  ['123', 'not-iso', null],
  ['2'.repeat(5000), 'not-iso', null],
  [1_777_532_927, 'epoch-number', '2026-04-30T07:08:47.000Z'],
  [1_777_532_927_079, 'epoch-number', '2026-04-30T07:08:47.079Z'],
  [5, 'number', null],
  [1e300, 'number', null],
  ['1777532927', 'digit-string', '2026-04-30T07:08:47.000Z'],
  ['1777532927079', 'digit-string', '2026-04-30T07:08:47.079Z'],
  [null, 'null', null],
  ['', 'empty', null],
  [{}, 'not-a-string', null],
  [[], 'not-a-string', null],
  [true, 'not-a-string', null],
  ['2026-04-30T07:08:47', 'no-zone', null],
  ['2026-04-30 07:08:47', 'space-separator', null],
  ['2026-04-30 07:08:47Z', 'space-separator', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30', 'date-only', null],
  ['20260430', 'date-only', null],
  ['2026-04', 'date-only', null],
  ['2026', 'date-only', null],
  ['2026-W18-4T07:08:47Z', 'week-or-ordinal', null],
  ['2026-120T07:08:47Z', 'week-or-ordinal', null],
  ['2026-04-30T07Z', 'hour-only', '2026-04-30T07:00:00.000Z'],
  ['2026-04-30T07:08:47Z/2026-04-30T07:09:47Z', 'interval', null],
  ['2026-04-30T07:08:47Z/PT1H', 'interval', null],
  ['PT1H30M', 'interval', null],
  ['P3D', 'interval', null],
];

const warnings: readonly Row[] = [
  ['2026-04-30T07:08:47+05:30', 'offset', '2026-04-30T01:38:47.000Z'],
  ['2026-04-30T07:08:47-05:00', 'offset', '2026-04-30T12:08:47.000Z'],
  ['2026-04-30T07:08:47+0530', 'offset', '2026-04-30T01:38:47.000Z'],
  ['2026-04-30T07:08:47-00:00', 'unknown-offset', '2026-04-30T07:08:47.000Z'],
  ['20260430T070847Z', 'basic-format', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30T07:08:47,079Z', 'comma-fraction', '2026-04-30T07:08:47.079Z'],
  ['2026-04-30T07:08Z', 'no-seconds', '2026-04-30T07:08:00.000Z'],
  ['2026-04-30T07:08:47+0000', 'short-offset', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30T07:08:47+00', 'short-offset', '2026-04-30T07:08:47.000Z'],
  ['+002026-04-30T07:08:47Z', 'expanded-year', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30t07:08:47Z', 'lower-case', '2026-04-30T07:08:47.000Z'],
  ['2026-04-30T07:08:47z', 'lower-case', '2026-04-30T07:08:47.000Z'],
  ['2026-04-29T24:00:00Z', 'midnight-24', '2026-04-30T00:00:00.000Z'],
  ['2016-12-31T23:59:60Z', 'leap-second', '2017-01-01T00:00:00.000Z'],
  ['2016-12-31T18:59:60-05:00', 'offset', '2017-01-01T00:00:00.000Z'],
  ['1999-12-31T23:59:59Z', 'before-2000', '1999-12-31T23:59:59.000Z'],
  ['1970-01-01T00:00:00Z', 'epoch-zero', '1970-01-01T00:00:00.000Z'],
  ['1970-01-01T00:00:00.000+00:00', 'epoch-zero', '1970-01-01T00:00:00.000Z'],
  ['0001-01-01T00:00:00Z', 'zero-date', null],
  ['2026-05-01T12:00:01Z', 'in-the-future', '2026-05-01T12:00:01.000Z'],
  ['2099-12-31T23:59:59Z', 'far-future', '2099-12-31T23:59:59.000Z'],
  ['9999-12-31T23:59:59Z', 'far-future', '9999-12-31T23:59:59.000Z'],
  ['9999-12-31T23:59:59+05:30', 'far-future', '9999-12-31T18:29:59.000Z'],
];

function toTimeIssue(value: JsonValue | undefined): Issue {
  const found: Issue[] = [];
  checkTimestampField({index: 0}, value, sentAt, (issue) => found.push(issue));
  const [issue] = found;
  if (!issue) throw new Error('No issues were found.');
  return issue;
}

describe('checkTimestamp', () => {
  it.each([...fine, ...errors, ...warnings])('takes %j for %s', (value, kind, instant) => {
    const verdict = checkTimestamp(value, sentAt);
    expect(verdict.kind).toBe(kind);
    if (instant !== null) expect(new Date(verdict.instant ?? Number.NaN).toISOString()).toBe(instant);
  });

  it('finds a missing timestamp', () => {
    expect(checkTimestamp(undefined, sentAt)).toMatchObject({kind: 'missing', severity: 'error'});
  });

  it.each(fine)('has nothing against %j', (value) => {
    expect(checkTimestamp(value, sentAt)).toMatchObject({rule: null, severity: null, fixes: []});
  });

  it.each(errors)('calls %j an error and says why', (value) => {
    const verdict = checkTimestamp(value, sentAt);
    expect(verdict).toMatchObject({rule: 'bad-timestamp', severity: 'error'});
    const issue = toTimeIssue(value);
    expect(describeIssue(issue).message).toMatch(/^timestamp is .+\. [A-Z].+\. Send .+\.$/);
    expect(describeIssue(issue).message).not.toContain('undefined');
    expect(verdict.fixes.length).toBeGreaterThan(0);
  });

  it.each(warnings)('warns of %j', (value) => {
    expect(checkTimestamp(value, sentAt).severity).toBe('warning');
  });

  it('says nothing of a time ahead where it is unknown when it was sent', () => {
    expect(checkTimestamp('2031-01-01T00:00:00Z', null).kind).toBe('utc');
    expect(checkTimestamp('2099-01-01T00:00:00Z', null).kind).toBe('far-future');
  });

  it('names two readings that are the same day once', () => {
    expect(checkTimestamp('31-12-31T00:00:00Z', null).facts.readings).toEqual(['2031-12-31']);
  });

  it("names both readings of the vendor's own sample, and says that it is the vendor's", () => {
    const {message} = describeIssue(toTimeIssue('20-11-23T22:28:55.111Z'));
    expect(message).toContain('vendor’s own sample');
    expect(message).toContain('2020-11-23 or 2023-11-20');
  });

  it('reads every day of a century as the calendar has it', () => {
    const days = Array.from({length: 36_000}, (_, day) => Date.UTC(2000, 0, 1) + day * 86_400_000);
    const misread = days.filter(
      (time) => checkTimestamp(new Date(time).toISOString(), null).instant !== time,
    );
    expect(misread).toEqual([]);
  });
});
