import type {FixCode} from '../../edit/fixes/fix-code';
import type {Severity} from '../../verdict/issue';
import type {TimestampFaultKind} from '../../verdict/timestamp-kind';
import type {TimestampRule} from './timestamp-verdict';

export interface TimestampKindFacts {
  rule: TimestampRule;
  severity: Severity;
  fixes: readonly FixCode[];
}

const bad = (...fixes: readonly FixCode[]) => ({rule: 'bad-timestamp', severity: 'error', fixes}) as const;
const unusual = {rule: 'unusual-timestamp', severity: 'warning', fixes: ['timestamp-to-utc']} as const;
const notUtc = {rule: 'timestamp-not-utc', severity: 'warning', fixes: ['timestamp-to-utc']} as const;
const implausible = {rule: 'implausible-timestamp', severity: 'warning', fixes: ['timestamp-now']} as const;
const unreadable = bad('timestamp-now');
const ambiguous = bad('timestamp-year-first', 'timestamp-day-first');
const zoneless = bad('timestamp-assume-utc');
const epoch = bad('timestamp-from-epoch');

/** A time that can be read once surrounding text is removed, so that its instant is not lost. */
export const clearable: ReadonlySet<TimestampFaultKind> = new Set([
  'spaces-around',
  'zone-name',
  'extra-text',
]);

export const toUtc: readonly FixCode[] = ['timestamp-to-utc'];

/** Every verdict except "fine": the rule it breaks, and its fix. */
export const timestampKinds: Record<TimestampFaultKind, TimestampKindFacts> = {
  missing: {rule: 'missing-timestamp', severity: 'error', fixes: ['timestamp-now']},
  null: unreadable,
  empty: unreadable,
  'epoch-number': epoch,
  number: unreadable,
  'digit-string': epoch,
  'not-a-string': unreadable,
  'vendor-sample': ambiguous,
  'two-digit-year': ambiguous,
  'spaces-around': unreadable,
  'look-alike-characters': unreadable,
  'double-zone': unreadable,
  'zone-name': unreadable,
  unpadded: unreadable,
  'empty-fraction': unreadable,
  'http-date': unreadable,
  'js-date-string': unreadable,
  'date-command': unreadable,
  'extra-text': unreadable,
  interval: unreadable,
  'not-iso': unreadable,
  'impossible-date': unreadable,
  'out-of-range': unreadable,
  'false-leap-second': unreadable,
  'space-separator': zoneless,
  'no-zone': zoneless,
  'date-only': zoneless,
  'week-or-ordinal': unreadable,
  'hour-only': zoneless,
  offset: notUtc,
  'unknown-offset': notUtc,
  'basic-format': unusual,
  'comma-fraction': unusual,
  'no-seconds': unusual,
  'short-offset': unusual,
  'expanded-year': unusual,
  'lower-case': unusual,
  'midnight-24': unusual,
  'leap-second': unusual,
  'zero-date': implausible,
  'epoch-zero': implausible,
  'before-2000': implausible,
  'in-the-future': implausible,
  'far-future': implausible,
};
