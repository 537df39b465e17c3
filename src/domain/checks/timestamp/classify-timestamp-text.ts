import {quote} from '../../verdict/describe-value';
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

import type {TimestampKind} from './timestamp-verdict';

export interface Classified {
  /** Null: nothing to say against how it is written. */
  kind: Exclude<TimestampKind, 'utc'> | null;
  detail: string;
  instant: number | null;
}

const VENDOR_SAMPLE = '20-11-23T22:28:55.111Z';

/** Says what a text that is not plainly UTC in ISO 8601 is instead. Longer than any timestamp is no timestamp. */
export function classifyTimestampText(text: string): Classified {
  if (text === '') return found('empty');
  if (text.length > 200) return found('not-iso');
  if (text.trim() !== text) return found('spaces-around');
  const twoDigitYear = classifyTwoDigitYear(text);
  if (twoDigitYear) return twoDigitYear;
  const parts = parseIsoTimestamp(text);
  if (!parts) return classifyForeign(text);
  return classifyParts(parts) ?? {kind: null, detail: '', instant: toInstant(parts)};
}

function found(kind: Exclude<TimestampKind, 'utc'>, detail = '', instant: number | null = null): Classified {
  return {kind, detail, instant};
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
  const detail = readings.map(({year, month, day}) => `${year}-${pad(month)}-${pad(day)}`).join(' or ');
  return found(
    text === VENDOR_SAMPLE ? 'vendor-sample' : 'two-digit-year',
    detail || 'no existing date at all',
  );
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Texts that are no ISO 8601: what they are instead, tried in this order. */
const foreign: readonly [RegExp, Exclude<TimestampKind, 'utc'>][] = [
  [/^\d.*\[[^\]]+\]$/, 'zone-name'],
  [/^(R\d*\/|P\d|PT)|^\d{4}-?\d\d.*\/(P|\d)/, 'interval'],
  [/[Zz]\w*[Zz]$|[+-]\d\d:?\d\d[Zz]$|[Zz][+-]\d\d:?\d\d$/, 'double-zone'],
  [/[.,](?:[Zz]|[+-]\d\d:?\d\d)?$/, 'empty-fraction'],
  [/^\d{4}-\d{1,2}-\d{1,2}[Tt ]\d{1,2}:\d{1,2}(:\d{1,2})?/, 'unpadded'],
  [/^\w{3,9}, \d/, 'http-date'],
  [/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d/, 'js-date-string'],
];

function classifyForeign(text: string): Classified {
  const lookAlike = /[^\t\n\r -~]/u.exec(text);
  if (lookAlike && /\d|\p{Nd}/u.test(text))
    return found('look-alike-characters', nameCharacter(lookAlike[0]));
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return classifyDigits(text);
  const match = foreign.find(([pattern]) => pattern.test(text));
  return found(match ? match[1] : 'not-iso');
}

function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `the character ${quote(character)} (U+${code})`;
}

function classifyDigits(text: string): Classified {
  const value = Number(text);
  const unit = toEpochUnit(value);
  return unit ? found('digit-string', unit.name, value * unit.milliseconds) : found('not-iso');
}

/** Judges a text in ISO 8601's shape: what is impossible first, then what is missing, then what is unusual. */
function classifyParts(parts: IsoTimestamp): Classified | null {
  return classifyRange(parts) ?? classifyGap(parts) ?? classifyForm(parts);
}

function classifyRange(parts: IsoTimestamp): Classified | null {
  const {year, month, day, hour, minute, second} = parts;
  const dated = parts.date === 'calendar' || parts.date === 'basic';
  if ((dated || parts.date === 'month') && (month < 1 || month > 12))
    return found('out-of-range', `month ${month}`);
  if (dated && !isExistingDate(year, month, day)) return found('impossible-date', describeMonth(parts));
  if (hour > 24) return found('out-of-range', `hour ${hour}`);
  if (minute > 59) return found('out-of-range', `minute ${minute}`);
  if (second > 60) return found('out-of-range', `second ${second}`);
  if (hour === 24 && (minute > 0 || second > 0 || /[1-9]/.test(parts.fraction ?? '')))
    return found('out-of-range', 'a time after 24:00:00');
  if (parts.zone !== null && toOffsetMinutes(parts.zone) === null)
    return found('out-of-range', `the offset ${parts.zone}`);
  if (second === 60 && parts.zone !== null && !isRealLeapSecond(parts)) return found('false-leap-second');
  return null;
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

function describeMonth({year, month, day}: IsoTimestamp): string {
  if (day === 0) return 'days count from 1';
  return `${monthNames[month - 1]} ${year} has ${daysInMonth(year, month)} days`;
}

function classifyGap(parts: IsoTimestamp): Classified | null {
  const instant = toInstant(parts);
  if (parts.date === 'week' || parts.date === 'ordinal') return found('week-or-ordinal');
  if (parts.separator === null) return found('date-only');
  if (parts.date === 'month' || parts.date === 'year') return found('not-iso');
  if (parts.precision === 'hour') return found('hour-only', '', instant);
  if (parts.separator === ' ')
    return found('space-separator', parts.zone === null ? ' and without a zone' : '', instant);
  return parts.zone === null ? found('no-zone') : null;
}

function classifyForm(parts: IsoTimestamp): Classified | null {
  const instant = toInstant(parts);
  const offset = toOffsetMinutes(parts.zone) ?? 0;
  if (offset !== 0) return found('offset', describeOffset(parts.zone ?? ''), instant);
  if (/^-00/.test(parts.zone ?? '')) return found('unknown-offset', '', instant);
  if (parts.second === 60) return found('leap-second', '', instant);
  if (parts.hour === 24) return found('midnight-24', '', instant);
  if (parts.expandedYear) return found('expanded-year', '', instant);
  if (parts.date === 'basic') return found('basic-format', '', instant);
  if (parts.precision === 'minute') return found('no-seconds', '', instant);
  if (parts.comma) return found('comma-fraction', '', instant);
  if (parts.separator === 't' || parts.zone === 'z') return found('lower-case', '', instant);
  return /^\+\d\d(\d\d)?$/.test(parts.zone ?? '') ? found('short-offset', '', instant) : null;
}

function describeOffset(zone: string): string {
  return `${zone.slice(1)} ${zone.startsWith('-') ? 'behind' : 'ahead of'}`;
}
