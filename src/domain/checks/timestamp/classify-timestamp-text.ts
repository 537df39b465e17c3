import type {TimestampFacts, TimestampFaultKind} from '../../verdict/timestamp-kind';
import {toBareTimestamp} from './bare-timestamp';
import {daysInMonth} from './calendar';
import {toEpochUnit} from './epoch-unit';
import {
  type IsoTimestamp,
  isExistingDate,
  isRealLeapSecond,
  parseIsoTimestamp,
  toInstant,
  toOffsetMinutes,
} from './iso-timestamp';

export interface Classified {
  /** Null: the format is fine. */
  kind: TimestampFaultKind | null;
  facts: TimestampFacts;
  instant: number | null;
}

const VENDOR_SAMPLE = '20-11-23T22:28:55.111Z';

/** Classifies a text that is not plain UTC in ISO 8601. A text longer than any timestamp is not a timestamp. */
export function classifyTimestampText(text: string): Classified {
  if (text === '') return found('empty');
  if (text.length > 200) return found('not-iso');
  if (text.trim() !== text) return found('spaces-around', noFacts, readBare(text));
  const twoDigitYear = classifyTwoDigitYear(text);
  if (twoDigitYear) return twoDigitYear;
  const parts = parseIsoTimestamp(text);
  if (!parts) return classifyForeign(text);
  return classifyParts(parts) ?? {kind: null, facts: noFacts, instant: toInstant(parts)};
}

const noFacts: TimestampFacts = {};

function found(kind: TimestampFaultKind, facts = noFacts, instant: number | null = null): Classified {
  return {kind, facts, instant};
}

const TWO_DIGIT_YEAR = /^(\d\d)-(\d\d)-(\d\d)(?:[Tt ]|$)/;

function classifyTwoDigitYear(text: string): Classified | null {
  const match = TWO_DIGIT_YEAR.exec(text);
  if (!match) return null;
  const [, first, middle, last] = match.map(Number);
  if (first === undefined || middle === undefined || last === undefined) return null;
  const readings = [
    {year: 2000 + first, month: middle, day: last},
    {year: 2000 + last, month: middle, day: first},
  ].filter(({year, month, day}) => isExistingDate(year, month, day));
  return found(text === VENDOR_SAMPLE ? 'vendor-sample' : 'two-digit-year', {
    readings: [...new Set(readings.map(({year, month, day}) => `${year}-${pad(month)}-${pad(day)}`))],
  });
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Formats other than ISO 8601, tried in this order. */
const foreign: readonly [RegExp, TimestampFaultKind][] = [
  [/^\d[^[]*(?:\[[^\]]+\])+$/, 'zone-name'],
  [/^(R\d*\/|P\d|PT)|^\d{4}-?\d\d.*\/(P[\dT]|\d)/, 'interval'],
  [/[Zz]\w{0,20}[Zz]$|[+-]\d\d:?\d\d[Zz]$|[Zz][+-]\d\d:?\d\d$/, 'double-zone'],
  [/[.,](?:[Zz]|[+-]\d\d:?\d\d)?$/, 'empty-fraction'],
  [/^\d{4}-\d{1,2}-\d{1,2}[Tt ]\d{1,2}:\d{1,2}(:\d{1,2})?/, 'unpadded'],
  [/^\w{3,9}, \d/, 'http-date'],
  [/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} /, 'js-date-string'],
  [/^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /, 'date-command'],
];

function classifyForeign(text: string): Classified {
  const lookAlike = /[^\t\n\r -~]/u.exec(text);
  if (lookAlike && /\d|\p{Nd}/u.test(text)) return found('look-alike-characters', {character: lookAlike[0]});
  if (/^[+-]?\d+(\.\d+)?([eE]\+?\d{1,2})?$/.test(text)) return classifyDigits(text);
  const kind = foreign.find(([pattern]) => pattern.test(text))?.[1] ?? 'not-iso';
  if (kind === 'zone-name') return found(kind, noFacts, readBare(text));
  const [, rest] = kind === 'unpadded' ? (COMPLETE.exec(text) ?? []) : [];
  if (rest === undefined) return found(kind);
  return ZONE_NAME.test(rest)
    ? found('zone-name', noFacts, readBare(text))
    : found('extra-text', {rest}, readBare(text));
}

/** Date and time with all leading zeros, and text after them. */
const COMPLETE = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?!:\d(?:\D|$))([\s\S]+)$/;
const ZONE_NAME = /^ ?(?![AP]M$)(?:[A-Z]{2,5}|[A-Z]\w+(?:\/[\w+-]+)+)$/;

/** The instant of a text that can be read once surrounding text is removed; null: there is none. */
function readBare(text: string): number | null {
  const parts = parseIsoTimestamp(toBareTimestamp(text));
  return parts === null || classifyRange(parts) !== null || parts.zone === null ? null : toInstant(parts);
}

function classifyDigits(text: string): Classified {
  const value = Number(text);
  const unit = toEpochUnit(value);
  return unit ? found('digit-string', {unit: unit.name}, value * unit.milliseconds) : found('not-iso');
}

/** Checks a text in ISO 8601's format: first for impossible parts, then for missing ones, then for unusual ones. */
function classifyParts(parts: IsoTimestamp): Classified | null {
  return classifyRange(parts) ?? classifyGap(parts) ?? classifyForm(parts);
}

function classifyRange(parts: IsoTimestamp): Classified | null {
  const {year, month, day, hour, minute, second} = parts;
  const dated = parts.date === 'calendar' || parts.date === 'basic';
  if ((dated || parts.date === 'month') && (month < 1 || month > 12)) return outOfRange('month', month);
  if (dated && !isExistingDate(year, month, day))
    return found('impossible-date', {month: {year, month, day, days: daysInMonth(year, month)}});
  if (hour > 24) return outOfRange('hour', hour);
  if (minute > 59) return outOfRange('minute', minute);
  if (second > 60) return outOfRange('second', second);
  if (hour === 24 && (minute > 0 || second > 0 || /[1-9]/.test(parts.fraction ?? '')))
    return outOfRange('time', 'after 24:00:00');
  if (parts.zone !== null && toOffsetMinutes(parts.zone) === null) return outOfRange('offset', parts.zone);
  if (second === 60 && parts.zone !== null && !isRealLeapSecond(parts)) return found('false-leap-second');
  return null;
}

function outOfRange(name: NonNullable<TimestampFacts['part']>['name'], value: string | number): Classified {
  return found('out-of-range', {part: {name, value: String(value)}});
}

function classifyGap(parts: IsoTimestamp): Classified | null {
  const instant = toInstant(parts);
  if (parts.date === 'week' || parts.date === 'ordinal') return found('week-or-ordinal');
  if (parts.separator === null) return found('date-only');
  if (parts.date === 'month' || parts.date === 'year') return found('not-iso');
  if (parts.precision === 'hour') return found('hour-only', noFacts, instant);
  if (parts.separator === ' ')
    return found('space-separator', parts.zone === null ? {noZone: true} : noFacts, instant);
  return parts.zone === null ? found('no-zone') : null;
}

function classifyForm(parts: IsoTimestamp): Classified | null {
  const instant = toInstant(parts);
  const offset = toOffsetMinutes(parts.zone) ?? 0;
  if (offset !== 0) return found('offset', {offset: parts.zone ?? ''}, instant);
  if (/^-00/.test(parts.zone ?? '')) return found('unknown-offset', noFacts, instant);
  if (parts.second === 60) return found('leap-second', noFacts, instant);
  if (parts.hour === 24) return found('midnight-24', noFacts, instant);
  if (parts.expandedYear) return found('expanded-year', noFacts, instant);
  if (parts.date === 'basic') return found('basic-format', noFacts, instant);
  if (parts.precision === 'minute') return found('no-seconds', noFacts, instant);
  if (parts.comma) return found('comma-fraction', noFacts, instant);
  if (parts.separator === 't' || parts.zone === 'z') return found('lower-case', noFacts, instant);
  return /^\+\d\d(\d\d)?$/.test(parts.zone ?? '') ? found('short-offset', noFacts, instant) : null;
}
