import {daysInMonth, hasLeapSecond, toEpochDay} from './calendar';

/** The parts of a text in the format of an ISO 8601 timestamp, digit by digit, before they are checked. */
export interface IsoTimestamp {
  date: 'calendar' | 'basic' | 'week' | 'ordinal' | 'month' | 'year';
  /** 0 for month and day if the format does not have them (week, ordinal, month, year). */
  year: number;
  month: number;
  day: number;
  expandedYear: boolean;
  /** Null: a date without a time. */
  separator: 'T' | 't' | ' ' | null;
  hour: number;
  minute: number;
  second: number;
  /** The smallest unit of the time, and whether it is written without colons. */
  precision: 'hour' | 'minute' | 'second';
  basicTime: boolean;
  /** All digits after the decimal mark; null if there is no fraction. */
  fraction: string | null;
  comma: boolean;
  /** As written: `Z`, `z`, `+05:30`, `+0000`, `+00`; null if there is none. */
  zone: string | null;
}

const SPLIT = /^([^Tt ]+)(?:([Tt ])(.+))?$/;
const CALENDAR = /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)$/;
const BASIC = /^(\d{4})(\d\d)(\d\d)$/;
const WEEK = /^(\d{4})-?W\d\d(?:-?\d)?$/;
const ORDINAL = /^(\d{4})-?\d{3}$/;
const MONTH = /^(\d{4})-(\d\d)$/;
const YEAR = /^(\d{4})$/;
const TIME = /^(\d\d)(?:(:?)(\d\d)(?:(:?)(\d\d))?)?(?:([.,])(\d+))?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;

/** Reads the parts of an ISO 8601 timestamp or date, or null if the text has another format. Does not check ranges. */
export function parseIsoTimestamp(text: string): IsoTimestamp | null {
  const [, dateText = '', separator, timeText] = SPLIT.exec(text) ?? [];
  const date = parseDate(dateText);
  if (!date) return null;
  if (timeText === undefined) return {...date, ...noTime};
  const time = parseTime(timeText);
  if (!time) return null;
  const basicDate = date.date === 'basic';
  // ISO 8601 forbids mixing basic and extended forms; a time of hours only has neither.
  if (time.precision !== 'hour' && date.date === 'calendar' && time.basicTime) return null;
  if (time.precision !== 'hour' && basicDate && !time.basicTime) return null;
  return {...date, ...time, separator: separator as 'T' | 't' | ' '};
}

const noTime = {
  separator: null,
  hour: 0,
  minute: 0,
  second: 0,
  precision: 'hour',
  basicTime: false,
  fraction: null,
  comma: false,
  zone: null,
} as const;

type DatePart = Pick<IsoTimestamp, 'date' | 'year' | 'month' | 'day' | 'expandedYear'>;

function parseDate(text: string): DatePart | null {
  const calendar = CALENDAR.exec(text);
  if (calendar) {
    const [, year = '', month, day] = calendar;
    // ISO 8601 and ECMAScript both forbid a negative year zero.
    if (year === '-000000') return null;
    return toDate('calendar', year, month, day);
  }
  const basic = BASIC.exec(text);
  if (basic) return toDate('basic', basic[1], basic[2], basic[3]);
  const month = MONTH.exec(text);
  if (month) return toDate('month', month[1], month[2]);
  const week = WEEK.exec(text);
  if (week) return toDate('week', week[1]);
  const ordinal = ORDINAL.exec(text);
  if (ordinal) return toDate('ordinal', ordinal[1]);
  const year = YEAR.exec(text);
  return year ? toDate('year', year[1]) : null;
}

function toDate(date: IsoTimestamp['date'], year = '', month = '0', day = '0'): DatePart {
  return {
    date,
    year: Number(year),
    month: Number(month),
    day: Number(day),
    expandedYear: year.length > 4,
  };
}

function parseTime(text: string): Omit<IsoTimestamp, keyof DatePart | 'separator'> | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hour, firstColon, minute, secondColon, second, mark, fraction, zone] = match;
  if (second !== undefined && firstColon !== secondColon) return null;
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    precision: minute === undefined ? 'hour' : second === undefined ? 'minute' : 'second',
    basicTime: firstColon === '',
    fraction: fraction ?? null,
    comma: mark === ',',
    zone: zone ?? null,
  };
}

/** Minutes east of UTC; null if there is no zone or it is out of range. */
export function toOffsetMinutes(zone: string | null): number | null {
  if (zone === null) return null;
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(zone.includes(':') ? 4 : 3) || 0);
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** True if month and day exist in that year. */
export function isExistingDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Milliseconds since the epoch, without digits below a millisecond; null if the text does not name a single instant
 * (no zone, week and ordinal dates, a part out of range). A leap second counts as the second after it.
 */
export function toInstant(parts: IsoTimestamp): number | null {
  if (parts.separator === null || (parts.date !== 'calendar' && parts.date !== 'basic')) return null;
  const offset = toOffsetMinutes(parts.zone);
  if (offset === null || !isExistingDate(parts.year, parts.month, parts.day)) return null;
  if (parts.hour > 24 || parts.minute > 59 || parts.second > 60) return null;
  const minutes =
    toEpochDay(parts.year, parts.month, parts.day) * 1440 + parts.hour * 60 + parts.minute - offset;
  return minutes * 60_000 + parts.second * 1000 + toMilliseconds(parts);
}

function toMilliseconds({fraction, precision}: IsoTimestamp): number {
  if (fraction === null) return 0;
  const unit = precision === 'second' ? 1000 : precision === 'minute' ? 60_000 : 3_600_000;
  return Math.floor(Number(`0.${fraction.slice(0, 15)}`) * unit + 1e-7);
}

/** True if `:60` is a leap second that really was inserted, at 23:59 UTC in any zone. */
export function isRealLeapSecond(parts: IsoTimestamp): boolean {
  const instant = toInstant(parts);
  if (instant === null || parts.second !== 60) return false;
  // Counted as the second after it, a leap second is the following midnight.
  const midnight = Math.floor(instant / 1000);
  return midnight % 86_400 === 0 && hasLeapSecond(midnight / 86_400 - 1);
}
