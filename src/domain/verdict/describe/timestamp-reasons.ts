import {quote} from '../describe-value';
import {formatCount} from '../format-count';
import type {TimestampFacts, TimestampFaultKind} from '../timestamp-kind';

const DAY = 86_400_000;

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Why a timestamp is wrong, one sentence for each kind. */
export const timestampReasons: Record<TimestampFaultKind, string | ((facts: TimestampFacts) => string)> = {
  missing: 'Only the newest documents say that the server fills it in.',
  null: 'A time is required.',
  empty: 'A time is required.',
  'epoch-number': ({unit}) => `This is a Unix time in ${unit}, and the API does not take numbers.`,
  number: 'The API does not take numbers.',
  'digit-string': ({unit}) => `These digits look like a Unix time in ${unit}.`,
  'not-a-string': 'A time must be a string.',
  'vendor-sample': (facts) =>
    `This is the vendor’s own sample. Its two-digit year can be read as ${describeReadings(facts)}.`,
  'two-digit-year': (facts) => `The year has two digits and can be read as ${describeReadings(facts)}.`,
  'spaces-around': 'There is white space around it.',
  'look-alike-characters': ({character = ''}) =>
    `The character ${quote(character)} (${toCodePoint(character)}) only looks like the ASCII character that ISO 8601 requires.`,
  'double-zone': 'It ends with two time zones.',
  'zone-name': 'It ends with the name of a time zone, which ISO 8601 does not allow.',
  unpadded: 'A part lacks its leading zero.',
  'empty-fraction': 'A digit is missing after the decimal mark.',
  'http-date': 'This is the date format of HTTP headers (RFC 1123).',
  'js-date-string': 'This is the format of JavaScript’s Date.toString(). Use toISOString().',
  'date-command': 'This is the format of the date command and of Java’s Date.toString().',
  'extra-text': ({rest = ''}) => `It has ${quote(rest)} after the time.`,
  interval: 'This is an interval or a duration, not a point in time.',
  'not-iso': 'This is not ISO 8601.',
  'impossible-date': describeMonth,
  'out-of-range': ({part}) => `The ${part?.name} ${quote(part?.value ?? '')} is out of range.`,
  'false-leap-second': 'This leap second never happened.',
  'space-separator': ({noZone}) =>
    `It has a space where ISO 8601 requires a T${noZone ? ', and the time zone is missing' : ''}.`,
  'no-zone': 'The time zone is missing, so every reader takes it for its own local time.',
  'date-only': 'The time of day is missing.',
  'week-or-ordinal': 'Most readers do not support week dates and ordinal dates.',
  'hour-only': 'Most readers do not support a time without minutes.',
  offset: ({offset = ''}) =>
    `The time is valid, but it is ${offset.slice(1)} ${offset.startsWith('-') ? 'behind' : 'ahead of'} UTC.`,
  'unknown-offset': 'The offset -00:00 means that the time zone is unknown.',
  'basic-format': 'This is the basic format of ISO 8601, without separators, which RFC 3339 does not allow.',
  'comma-fraction': 'RFC 3339 does not allow a comma before the fraction.',
  'no-seconds': 'RFC 3339 requires seconds.',
  'short-offset': 'RFC 3339 requires an offset to be written as +hh:mm.',
  'expanded-year': 'RFC 3339 does not allow a signed year of six digits.',
  'lower-case': 'ISO 8601 does not allow a lowercase t or z.',
  'midnight-24': 'RFC 3339 does not allow midnight as 24:00, and ISO 8601 dropped it in 2019.',
  'leap-second': 'This leap second is valid, but JavaScript and many other readers reject it.',
  'zero-date': 'This is the zero date of a variable that was never set (Go’s zero time).',
  'epoch-zero': 'This is the zero of Unix time: the variable was probably never set.',
  'before-2000': 'This is before the year 2000.',
  'in-the-future': ({ahead = 0}) => `This is ${describeDays(ahead)} after the request was sent.`,
  'far-future': 'This is so far in the future that it looks like a placeholder.',
};

function describeReadings({readings = []}: TimestampFacts): string {
  return readings.join(' or ') || 'a date that does not exist';
}

function describeMonth({month}: TimestampFacts): string {
  if (!month || month.day === 0) return 'The day 0 does not exist.';
  return `This day does not exist: ${monthNames[month.month - 1]} ${month.year} has ${month.days} days.`;
}

function describeDays(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  return days === 1 ? 'more than a day' : `${formatCount(days)} days`;
}

function toCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
