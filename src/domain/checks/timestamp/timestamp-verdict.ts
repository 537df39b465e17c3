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
  /** Null: nothing to say against it. */
  rule: TimestampRule | null;
  severity: Severity | null;
  /** Milliseconds since the epoch, cut not rounded; null where the value names no single instant. */
  instant: number | null;
  facts: TimestampFacts;
  fixes: readonly FixCode[];
}
