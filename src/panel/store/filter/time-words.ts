/** A part of the log by time, in milliseconds since the epoch. */
export interface TimeRange {
  from: number;
  to: number;
}

const TIME_WORD = /(?:^|\s)(after|before):(\S+)/g;

/** What `after:` and `before:` say, as local time; null where it is not a time. */
export function readTime(value: string): number | null {
  // The filter is searched in lowercase, and a date is not.
  const at = Date.parse(value.toUpperCase());
  return Number.isNaN(at) ? null : at;
}

/** The range that both words of a filter line name; null: they do not name one. */
export function readTimeRange(line: string): TimeRange | null {
  const found = new Map<string, number>();
  for (const [, word = '', value = ''] of line.matchAll(TIME_WORD)) {
    const at = readTime(value);
    if (at !== null) found.set(word, at);
  }
  const [from, to] = [found.get('after'), found.get('before')];
  return from === undefined || to === undefined || to < from ? null : {from, to};
}

/** The line with these words in the place of those it has; null takes them out. */
export function writeTimeRange(line: string, range: TimeRange | null): string {
  const rest = line.replace(TIME_WORD, ' ').replace(/ {2,}/g, ' ').trim();
  // Chromium tells parts of a millisecond: what is at an end of the range is in it.
  const words = range
    ? [`after:${toLocalText(Math.floor(range.from))}`, `before:${toLocalText(Math.ceil(range.to))}`]
    : [];
  return [rest, ...words].filter((part) => part !== '').join(' ');
}

/** `2026-11-22T15:51:12.204`, in local time. */
function toLocalText(at: number): string {
  const date = new Date(at);
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const day = [pad(date.getFullYear(), 4), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map((value) => pad(value)).join(':');
  return `${day}T${time}.${pad(date.getMilliseconds(), 3)}`;
}
