import type {SearchableEntry} from '../../log/log-entry';
import {toSearchable} from '../../search/to-searchable';
import type {FilterValue, NamedField, ValueQuestion} from './filter-value';
import {type AddValue, visitValues} from './visit-values';

export interface CountPorts {
  now(): number;
  /** Lets waiting messages be handled first; false: there is a newer question. */
  goOn(): Promise<boolean>;
}

/** The time to count, in milliseconds, before new messages are handled. */
const SLICE = 20;

/** Null: it was cancelled. */
export async function countValues(
  {fields, text, property, limit}: ValueQuestion,
  entries: readonly SearchableEntry[],
  {now, goOn}: CountPorts,
): Promise<readonly FilterValue[] | null> {
  const counts = fields.map((field) => createCount(field));
  let end = now() + SLICE;
  for (const entry of entries) {
    for (const {field, add} of counts) visitValues(entry, field, property, add);
    if (now() < end) continue;
    if (!(await goOn())) return null;
    end = now() + SLICE;
  }
  return counts.flatMap(({field, values}) => rank(field, values, text).slice(0, limit));
}

interface Count {
  field: NamedField;
  values: ReadonlyMap<string, number>;
  add: AddValue;
}

function createCount(field: NamedField): Count {
  const values = new Map<string, number>();
  return {
    field,
    values,
    add(value, count) {
      if (!value || count === 0) return;
      const known = values.get(value);
      // Each value once: a log has far fewer values than events.
      if (known !== undefined || isWritable(value)) values.set(value, (known ?? 0) + count);
    },
  };
}

/** A single-line field would drop the line break, and the word would not find anything. */
function isWritable(value: string): boolean {
  return !/[\r\n]/.test(value);
}

/** Values that contain the text: first those that begin with it, then the most frequent, then alphabetically. */
function rank(field: NamedField, values: ReadonlyMap<string, number>, text: string): FilterValue[] {
  const begins = ({value}: FilterValue) => Number(toSearchable(value).startsWith(text));
  return mergeSpellings(field, values)
    .filter(({value}) => toSearchable(value).includes(text))
    .sort((a, b) => begins(b) - begins(a) || b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** A word finds all spellings of a value; the most frequent one represents all. */
function mergeSpellings(field: NamedField, values: ReadonlyMap<string, number>): FilterValue[] {
  const merged = new Map<string, FilterValue>();
  for (const [value, count] of [...values].sort(([, a], [, b]) => b - a)) {
    const searched = toSearchable(value);
    const known = merged.get(searched);
    if (known) known.count += count;
    else merged.set(searched, {field, value, count});
  }
  return [...merged.values()];
}
