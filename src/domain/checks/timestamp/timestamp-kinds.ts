import type {FixCode} from '../../edit/fixes/fix-code';
import type {Severity} from '../../verdict/issue';
import type {TimestampKind, TimestampRule} from './timestamp-verdict';

export interface TimestampKindFacts {
  rule: TimestampRule;
  severity: Severity;
  /** Follows "timestamp is …, "; `{detail}` is filled in by who found it. */
  reason: string;
  expected?: string;
  fixes: readonly FixCode[];
}

export const UTC_EXAMPLE = 'UTC in ISO 8601, like 2026-04-30T07:08:47.000Z';

const bad = (reason: string, fixes: readonly FixCode[] = ['timestamp-now'], expected?: string) =>
  ({rule: 'bad-timestamp', severity: 'error', reason, fixes, ...(expected ? {expected} : {})}) as const;
const unusual = (reason: string) =>
  ({rule: 'unusual-timestamp', severity: 'warning', reason, fixes: ['timestamp-to-utc']}) as const;
const notUtc = (reason: string) =>
  ({rule: 'timestamp-not-utc', severity: 'warning', reason, fixes: ['timestamp-to-utc']}) as const;
const implausible = (reason: string) =>
  ({
    rule: 'implausible-timestamp',
    severity: 'warning',
    reason,
    expected: 'the time at which it happened',
    fixes: ['timestamp-now'],
  }) as const;

/** Every verdict but "fine", with its words: "UTC in ISO 8601", row by row. */
export const timestampKinds: Record<Exclude<TimestampKind, 'utc'>, TimestampKindFacts> = {
  missing: {
    rule: 'missing-timestamp',
    severity: 'error',
    reason: 'the time of the event is required (only the newest documents let the server fill in its own)',
    fixes: ['timestamp-now'],
  },
  null: bad('a timestamp is required'),
  empty: bad('a timestamp is required'),
  'epoch-number': bad('a Unix time in {detail}, and the API takes no numbers', ['timestamp-from-epoch']),
  number: bad('a number, and the API takes none'),
  'digit-string': bad('digits that look like a Unix time in {detail}', ['timestamp-from-epoch']),
  'not-a-string': bad('no text at all'),
  'vendor-sample': bad(
    "the vendor's own sample, whose two-digit year can be read as {detail}",
    ['timestamp-year-first', 'timestamp-day-first'],
    'a year of four digits, as in 2020-11-23T22:28:55.111Z',
  ),
  'two-digit-year': bad(
    'which has a two-digit year and can be read as {detail}',
    ['timestamp-year-first', 'timestamp-day-first'],
    'a year of four digits',
  ),
  'spaces-around': bad('with white space around it'),
  'look-alike-characters': bad('with {detail}, which only looks like the ASCII character ISO 8601 asks for'),
  'double-zone': bad('with two zones at its end'),
  'zone-name': bad('with the name of a zone at its end, which ISO 8601 does not know'),
  unpadded: bad('with a part that lacks its leading zero'),
  'empty-fraction': bad('with a decimal mark and no digit behind it'),
  'http-date': bad('in the format of HTTP headers (RFC 1123)'),
  'js-date-string': bad("in the format of JavaScript's Date.toString(), where toISOString() is needed"),
  interval: bad('an interval or a duration, not an instant'),
  'not-iso': bad('which is not ISO 8601'),
  'impossible-date': bad('a day that does not exist: {detail}'),
  'out-of-range': bad('with {detail} out of range'),
  'false-leap-second': bad('a leap second that was never inserted'),
  'space-separator': bad('with a space where ISO 8601 has a T{detail}', ['timestamp-assume-utc']),
  'no-zone': bad('without a zone, so that every reader takes it for its own local time', [
    'timestamp-assume-utc',
  ]),
  'date-only': bad('a date without a time', ['timestamp-assume-utc']),
  'week-or-ordinal': bad('a week or ordinal date, which hardly any reader takes'),
  'hour-only': bad('a time without minutes, which hardly any reader takes', ['timestamp-assume-utc']),
  offset: notUtc('a valid instant, but {detail} UTC'),
  'unknown-offset': notUtc('whose offset -00:00 says that the zone is unknown'),
  'basic-format': unusual("in ISO 8601's basic format, without separators, which RFC 3339 rules out"),
  'comma-fraction': unusual('with a comma before the fraction, which RFC 3339 rules out'),
  'no-seconds': unusual('without seconds, which RFC 3339 rules out'),
  'short-offset': unusual('with an offset that is not written +hh:mm, as RFC 3339 asks'),
  'expanded-year': unusual('with a signed six-digit year, which RFC 3339 rules out'),
  'lower-case': unusual('with a lower-case t or z, which ISO 8601 rules out'),
  'midnight-24': unusual(
    'which writes midnight as 24:00, dropped by ISO 8601 in 2019 and never allowed by RFC 3339',
  ),
  'leap-second': unusual('a leap second, valid, but refused by JavaScript and many others'),
  'zero-date': implausible("the zero date of a variable that was never set (Go's zero time)"),
  'epoch-zero': implausible('the zero of Unix time: a variable that was never set'),
  'before-2000': implausible('before the year 2000'),
  'in-the-future': implausible('{detail} after the request was sent'),
  'far-future': implausible('so far ahead that it looks like a placeholder'),
};
