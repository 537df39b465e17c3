import type {JsonValue} from '../../json/json-value';
import type {TimestampFacts, TimestampFaultKind} from '../../verdict/timestamp-kind';
import {classifyTimestampText} from './classify-timestamp-text';
import {toEpochUnit} from './epoch-unit';
import {readPlainUtc} from './read-plain-utc';
import {clearable, timestampKinds, toUtc} from './timestamp-kinds';
import type {TimestampVerdict} from './timestamp-verdict';

const DAY = 86_400_000;
const YEAR_2000 = 946_684_800_000;
const YEAR_2099 = 4_070_908_800_000;
const YEAR_2 = -62_104_060_800_000;

/**
 * Checks an event's time: "UTC using the ISO 8601 format" (Track API, Fields). `sentAt` is when the request was sent,
 * in milliseconds since the epoch; null: whether the time is in the future is not checked. Does not use `Date.parse`,
 * which turns 30 February into a day in March and reads "event 1" as a date.
 */
export function checkTimestamp(value: JsonValue | undefined, sentAt: number | null): TimestampVerdict {
  if (typeof value !== 'string') return judgeOther(value);
  const plain = readPlainUtc(value);
  if (!Number.isNaN(plain)) return judgePlausible(plain, sentAt);
  const {kind, facts, instant} = classifyTimestampText(value);
  const verdict = kind === null ? judgePlausible(instant ?? 0, sentAt) : toVerdict(kind, facts, instant);
  // A zone other than UTC is a smaller issue than an impossible year.
  if (verdict.severity !== 'warning' || instant === null) return verdict;
  const plausible = judgePlausible(instant, sentAt);
  return plausible.rule === null ? verdict : plausible;
}

function judgeOther(value: Exclude<JsonValue, string> | undefined): TimestampVerdict {
  if (value === undefined) return toVerdict('missing');
  if (value === null) return toVerdict('null');
  if (typeof value !== 'number') return toVerdict('not-a-string');
  const unit = toEpochUnit(value);
  return unit ? toVerdict('epoch-number', {unit: unit.name}, value * unit.milliseconds) : toVerdict('number');
}

function judgePlausible(instant: number, sentAt: number | null): TimestampVerdict {
  if (instant < YEAR_2000) {
    if (instant === 0) return toVerdict('epoch-zero', noFacts, instant);
    return toVerdict(instant < YEAR_2 ? 'zero-date' : 'before-2000', noFacts, instant);
  }
  if (instant >= YEAR_2099) return toVerdict('far-future', noFacts, instant);
  if (sentAt !== null && instant > sentAt + DAY)
    return toVerdict('in-the-future', {ahead: instant - sentAt}, instant);
  return {kind: 'utc', rule: null, severity: null, instant, facts: noFacts, fixes: []};
}

const noFacts: TimestampFacts = {};

function toVerdict(
  kind: TimestampFaultKind,
  facts: TimestampFacts = noFacts,
  instant: number | null = null,
): TimestampVerdict {
  const {rule, severity, fixes} = timestampKinds[kind];
  const isReadable = instant !== null && clearable.has(kind);
  return {kind, rule, severity, instant, facts, fixes: isReadable ? toUtc : fixes};
}
