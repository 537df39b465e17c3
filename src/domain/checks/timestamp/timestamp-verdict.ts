import type {FixCode} from '../../edit/fixes/fix-code';
import type {Severity} from '../../verdict/issue';
import type {TimestampFacts, TimestampKind} from '../../verdict/timestamp-kind';

export type TimestampRule =
  | 'bad-timestamp'
  | 'missing-timestamp'
  | 'timestamp-not-utc'
  | 'unusual-timestamp'
  | 'implausible-timestamp';

export interface TimestampVerdict {
  kind: TimestampKind;
  /** Null: it is fine. */
  rule: TimestampRule | null;
  severity: Severity | null;
  /** Milliseconds since the epoch, truncated; null if the value does not name a single instant. */
  instant: number | null;
  facts: TimestampFacts;
  fixes: readonly FixCode[];
}
