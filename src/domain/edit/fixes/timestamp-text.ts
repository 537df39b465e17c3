import {toEpochDay} from '../../checks/timestamp/calendar';
import {toEpochUnit} from '../../checks/timestamp/epoch-unit';
import {
  type IsoTimestamp,
  isExistingDate,
  parseIsoTimestamp,
  toOffsetMinutes,
} from '../../checks/timestamp/iso-timestamp';
import {readPlainUtc} from '../../checks/timestamp/read-plain-utc';

/** A lossless instant: whole seconds since the epoch, and the digits after the decimal mark as written. */
export interface ExactInstant {
  seconds: number;
  /** Null: there is no fraction. */
  fraction: string | null;
}

/** The instant of an ISO 8601 timestamp; `assumeUtc` reads one without a zone, or a date without a time, as UTC. */
export function readIso(text: string, {assumeUtc = false} = {}): ExactInstant | null {
  const parts = parseIsoTimestamp(text);
  if (parts === null || (parts.date !== 'calendar' && parts.date !== 'basic')) return null;
  if (!isExistingDate(parts.year, parts.month, parts.day)) return null;
  if (parts.hour > 24 || parts.minute > 59 || parts.second > 60) return null;
  const offset = parts.zone === null && assumeUtc ? 0 : toOffsetMinutes(parts.zone);
  if (offset === null) return null;
  const minutes =
    toEpochDay(parts.year, parts.month, parts.day) * 1440 + parts.hour * 60 + parts.minute - offset;
  const below = readFraction(parts);
  const seconds = minutes * 60 + parts.second + below.seconds;
  const isPastMidnight = parts.hour === 24 && parts.minute + parts.second + Number(parts.fraction) > 0;
  // A leap second only comes at the end of a day in UTC.
  if (isPastMidnight || (parts.second === 60 && seconds % 86_400 !== 0)) return null;
  return {seconds, fraction: below.fraction};
}

/** Converts a fraction of an hour or a minute, which ISO 8601 allows, to whole seconds and the remainder. */
function readFraction({fraction, precision}: IsoTimestamp): ExactInstant {
  if (fraction === null || precision === 'second') return {seconds: 0, fraction};
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(fraction) * (precision === 'minute' ? 60n : 3600n);
  const rest = scaled % scale;
  const digits = rest.toString().padStart(fraction.length, '0');
  return {seconds: Number(scaled / scale), fraction: rest === 0n ? null : digits};
}

/** The instant of a Unix time as written, in the unit that gives a plausible date; null if there is none. */
export function readEpoch(text: string): (ExactInstant & {unit: string}) | null {
  const value = Number(text);
  const unit = toEpochUnit(value);
  const [, whole = '', digits = ''] = /^(\d+)(?:\.(\d+))?$/.exec(expandExponent(text)) ?? [];
  if (unit === null || whole === '') return null;
  // The unit shifts the decimal point: seconds by 0 places, milliseconds by 3, …; exact, while arithmetic would
  // round.
  const places = Math.round(3 - Math.log10(unit.milliseconds));
  const padded = whole.padStart(places + 1, '0');
  const split = padded.length - places;
  const fraction = padded.slice(split) + digits;
  return {
    seconds: Number(padded.slice(0, split)),
    fraction: fraction === '' ? null : fraction,
    unit: unit.name,
  };
}

/** `1.777532927079e12` as 1777532927079, digit by digit; any other text unchanged. */
function expandExponent(text: string): string {
  const [, whole = '', digits = '', exponent] = /^(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const places = Number(exponent);
  const shifted = whole + digits.padEnd(places, '0');
  const rest = shifted.slice(1 + places);
  return rest === '' ? shifted : `${shifted.slice(0, 1 + places)}.${rest}`;
}

/** `milliseconds` later (or earlier); digits below a millisecond are unchanged. */
export function shiftInstant({seconds, fraction}: ExactInstant, milliseconds: number): ExactInstant {
  const below = ((milliseconds % 1000) + 1000) % 1000;
  const whole = (milliseconds - below) / 1000;
  if (below === 0) return {seconds: seconds + whole, fraction};
  const digits = (fraction ?? '').padEnd(3, '0');
  const sum = Number(digits.slice(0, 3)) + below;
  return {
    seconds: seconds + whole + Math.floor(sum / 1000),
    fraction: String(sum % 1000).padStart(3, '0') + digits.slice(3),
  };
}

/** ISO 8601 in UTC with a four-digit year; null for other years. */
export function writeUtc({seconds, fraction}: ExactInstant): string | null {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const text = `${date.toISOString().slice(0, 19)}${fraction === null ? '' : `.${fraction}`}Z`;
  return Number.isNaN(readPlainUtc(text)) ? null : text;
}
