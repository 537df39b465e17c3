import type {Difference} from '../../../domain/golden/difference';
import type {GoldenSession} from '../../../domain/golden/golden-session';
import type {Selected} from '../detail/selected';

/** A difference, and the row of the event it is about; null: the event is missing in the list. */
export interface PlacedDifference {
  difference: Difference;
  row: Selected | null;
}

/** The filtered requests, compared with a golden session until the user stops it. */
export interface GoldenComparison {
  /** Name of the file. */
  file: string;
  session: GoldenSession;
  /** Pointers of values that are not compared: those in the file, and those chosen since. */
  mask: readonly string[];
  /** Null until the first comparison. */
  differences: readonly PlacedDifference[] | null;
  /** Requests whose body could not be read, so that their events are not compared. */
  unread: number;
  /** Whether the differences are shown beside the list. */
  isOpen: boolean;
}

export function toMarkKey({id, event}: Selected): string {
  return `${event ?? ''} ${id}`;
}

const words: Readonly<Record<Difference['kind'], string>> = {
  missing: 'missing',
  new: 'new',
  times: 'other count',
  moved: 'moved',
  changed: 'changed',
  renamed: 'renamed',
};

/** What is different about an event, in one word. */
export function wordOf({kind}: Pick<Difference, 'kind'>): string {
  return words[kind];
}

/** The mark in the list for an event that differs, by `toMarkKey`: the first of its differences. */
export function toMarks(comparison: GoldenComparison | null): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const {row, difference} of comparison?.differences ?? []) {
    if (row && !marks.has(toMarkKey(row))) marks.set(toMarkKey(row), wordOf(difference));
  }
  return marks;
}
