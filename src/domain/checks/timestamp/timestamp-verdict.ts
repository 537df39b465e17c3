import type {FixCode} from '../../edit/fixes/fix-code';
import type {Severity} from '../../verdict/issue';

/** What a timestamp turned out to be. Each row of the table in `timestamp-kinds.ts` is one of them. */
export type TimestampKind =
  | 'utc'
  // not a string, or no date at all
  | 'missing'
  | 'null'
  | 'empty'
  | 'epoch-number'
  | 'number'
  | 'digit-string'
  | 'not-a-string'
  | 'vendor-sample'
  | 'two-digit-year'
  | 'spaces-around'
  | 'look-alike-characters'
  | 'double-zone'
  | 'zone-name'
  | 'unpadded'
  | 'empty-fraction'
  | 'http-date'
  | 'js-date-string'
  | 'interval'
  | 'not-iso'
  // in the shape of a date, but none, or not an instant
  | 'impossible-date'
  | 'out-of-range'
  | 'false-leap-second'
  | 'space-separator'
  | 'no-zone'
  | 'date-only'
  | 'week-or-ordinal'
  | 'hour-only'
  // an instant, written in a way that not every reader takes
  | 'offset'
  | 'unknown-offset'
  | 'basic-format'
  | 'comma-fraction'
  | 'no-seconds'
  | 'short-offset'
  | 'expanded-year'
  | 'lower-case'
  | 'midnight-24'
  | 'leap-second'
  // well-formed, hardly true
  | 'zero-date'
  | 'epoch-zero'
  | 'before-2000'
  | 'in-the-future'
  | 'far-future';

export type TimestampRule =
  | 'bad-timestamp'
  | 'missing-timestamp'
  | 'timestamp-not-utc'
  | 'unusual-timestamp'
  | 'implausible-timestamp';

export interface TimestampVerdict {
  kind: TimestampKind;
  /** Null: nothing to say against it. */
  rule: TimestampRule | null;
  severity: Severity | null;
  /** Milliseconds since the epoch, cut not rounded; null where the value names no single instant. */
  instant: number | null;
  /** A clause that follows "timestamp is …, ": why it is wrong. '' where nothing is. */
  reason: string;
  /** What to send instead, as words. */
  expected: string;
  fixes: readonly FixCode[];
}
