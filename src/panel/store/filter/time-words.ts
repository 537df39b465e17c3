import {closeQuotes, parseFilter, WORD} from './parse-filter';

/** A time range of the log, in milliseconds since the epoch. */
export interface TimeRange {
  from: number;
  to: number;
}

/** The times of `after:` and `before:`, as local time; null if it is not a time. */
export function readTime(value: string): number | null {
  // Other texts, such as a number, are times in some browsers.
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return null;
  // A date alone would be in UTC. Filters are searched in lowercase, which a date does not use.
  const at = Date.parse(value.length === 10 ? `${value}T00:00` : value.toUpperCase());
  return Number.isNaN(at) ? null : at;
}

/** The range of both words in a filter line; null: there is none. */
export function readTimeRange(line: string): TimeRange | null {
  const found = new Map<string, number>();
  for (const {field, value, negated} of parseFilter(line)) {
    const at = readTime(value);
    if (at !== null && !negated) found.set(field, at);
  }
  const [from, to] = [found.get('after'), found.get('before')];
  return from === undefined || to === undefined || to < from ? null : {from, to};
}

/** The line with these words in place of its own; null removes them. */
export function writeTimeRange(line: string, range: TimeRange | null): string {
  const rest = [...closeQuotes(line).matchAll(WORD)].flatMap(([whole, minus, name = '']) =>
    minus === '' && /^(?:after|before)$/i.test(name) ? [] : whole,
  );
  // Chromium has fractions of a millisecond: a time at the end of the range is included.
  const words = range
    ? [`after:${toLocalText(Math.floor(range.from))}`, `before:${toLocalText(Math.ceil(range.to))}`]
    : [];
  return [...rest, ...words].join(' ');
}

/**
 * `2026-11-22T15:51:12.204`, in local time; with the offset from UTC if it is the second time on that day that the
 * clocks show it, since they were set back.
 */
function toLocalText(at: number): string {
  const date = new Date(at);
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const day = [pad(date.getFullYear(), 4), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map((value) => pad(value)).join(':');
  const text = `${day}T${time}.${pad(date.getMilliseconds(), 3)}`;
  return Date.parse(text) === at ? text : `${text}${toOffset(-date.getTimezoneOffset())}`;
}

function toOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${[hours, rest].map((value) => String(value).padStart(2, '0')).join(':')}`;
}
