import {isJsonObject} from '../json/json-value';
import * as z from '../zod';
import {type HarLogEntry, harEntrySchema, harLogSchema, harPageSchema} from './har-log';

/** A HAR log as far as it can be read: a malformed field is dropped, but not its entry. */
export interface HarReading {
  entries: HarLogEntry[];
  /** The entries that were skipped, in the order of the log. */
  faults: HarFault[];
  /** Titles of pages by their id. */
  titles: ReadonlyMap<string, string>;
}

export interface HarFault {
  /** Counted from 1. */
  entry: number;
  reason: 'no-json' | 'no-request' | 'no-method' | 'no-address' | 'part-of-address';
}

/** Reads a HAR 1.2 log of any program; null if the value does not have `log.entries`. */
export function readHar(value: unknown): HarReading | null {
  const frame = harLogSchema.safeParse(toLog(value));
  if (!frame.success) return null;
  const {pages, entries} = frame.data.log;
  const titles = pages.flatMap((page): [string, string][] => {
    const known = harPageSchema.safeParse(page);
    return known.success ? [[known.data.id, known.data.title]] : [];
  });
  const reading: HarReading = {entries: [], faults: [], titles: new Map(titles)};
  for (const [index, item] of entries.entries()) {
    const entry = readHarEntry(item);
    if (entry !== null) reading.entries.push(entry);
    else reading.faults.push({entry: index + 1, reason: findReason(item)});
  }
  return reading;
}

/** Also accepts a log that was copied in part: the content of `log`, or its entries. */
export function toLog(value: unknown): unknown {
  if (isEntries(value)) return {log: {entries: value}};
  return isJsonObject(value) && isEntries(value.entries) ? {log: value} : value;
}

/** Whether the value is a list of entries: events do not have a request with a method and an address. */
function isEntries(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => readHarEntry(item) !== null);
}

/** One entry of a log; null if it has no method or no address. */
export function readHarEntry(value: unknown): HarLogEntry | null {
  const entry = harEntrySchema.safeParse(value);
  return entry.success && entry.data.request.method !== '' && entry.data.request.url !== ''
    ? entry.data
    : null;
}

const named = z.string().check(z.minLength(1));
const withRequest = z.object({request: z.looseObject({})});
const withMethod = z.object({request: z.object({method: named})});

/** Why an entry can't be read; undefined is an entry that is not JSON. */
export function findReason(item: unknown): HarFault['reason'] {
  if (item === undefined) return 'no-json';
  if (!withRequest.safeParse(item).success) return 'no-request';
  return withMethod.safeParse(item).success ? 'no-address' : 'no-method';
}

const reasons: Readonly<Record<HarFault['reason'], string>> = {
  'no-json': 'it is not JSON',
  'no-request': 'it has no request',
  'no-method': 'its request has no method',
  'no-address': 'its request has no address',
  'part-of-address': 'the address of its request is not complete',
};

/** Which entries were skipped and why: "entry 2 skipped: its request has no method". */
export function describeFaults(faults: readonly HarFault[]): string[] {
  const shown = faults.slice(0, 3).map(({entry, reason}) => `entry ${entry} skipped: ${reasons[reason]}`);
  const more = faults.length - shown.length;
  return more > 0 ? [...shown, `${more} more skipped for similar reasons`] : shown;
}
