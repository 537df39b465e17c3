/** The kind of a timestamp. `describe/timestamp-reasons.ts` has a sentence for each. */
export type TimestampKind =
  | 'utc'
  // not a string, or not a date at all
  | 'missing'
  | 'null'
  | 'empty'
  | 'epoch-number'
  | 'number'
  | 'digit-string'
  | 'not-a-string'
  | 'vendor-sample'
  | 'two-digit-year'
  | 'spaces-around'
  | 'look-alike-characters'
  | 'double-zone'
  | 'zone-name'
  | 'unpadded'
  | 'empty-fraction'
  | 'http-date'
  | 'js-date-string'
  | 'date-command'
  | 'extra-text'
  | 'interval'
  | 'not-iso'
  // in the format of a date, but not one, or not an instant
  | 'impossible-date'
  | 'out-of-range'
  | 'false-leap-second'
  | 'space-separator'
  | 'no-zone'
  | 'date-only'
  | 'week-or-ordinal'
  | 'hour-only'
  // an instant in a notation that some readers do not accept
  | 'offset'
  | 'unknown-offset'
  | 'basic-format'
  | 'comma-fraction'
  | 'no-seconds'
  | 'short-offset'
  | 'expanded-year'
  | 'lower-case'
  | 'midnight-24'
  | 'leap-second'
  // well-formed, but unlikely
  | 'zero-date'
  | 'epoch-zero'
  | 'before-2000'
  | 'in-the-future'
  | 'far-future';

export type TimestampFaultKind = Exclude<TimestampKind, 'utc'>;

/** Details of a timestamp besides its kind; each kind has at most one of these. */
export interface TimestampFacts {
  /** For a Unix time: "seconds". */
  unit?: string;
  /** The possible dates of a two-digit year: "2020-11-23". */
  readings?: readonly string[];
  /** A character that only looks like an ASCII character. */
  character?: string;
  /** The text after the time. */
  rest?: string;
  /** The part that is out of range: "month 13". */
  part?: {name: 'month' | 'hour' | 'minute' | 'second' | 'offset' | 'time'; value: string};
  /** The month that does not have the day. */
  month?: {year: number; month: number; days: number; day: number};
  /** As written: "+05:30". */
  offset?: string;
  /** The zone is missing as well. */
  noZone?: true;
  /** Milliseconds after the request. */
  ahead?: number;
}
