/** The text of an issue. */
export interface Wording {
  /** What is wrong, and what to do about it; can be pasted into a ticket. */
  message: string;
  /** The expected value; '' if the message already contains it. */
  expected: string;
  /** The found value, shortened; '' for nothing. */
  found: string;
}

/** Makes the text of one rule from the params of an issue. */
export type Describe = (params: never, place: Place) => Partial<Wording> & {message: string};

/** The place of an issue, as far as its text needs it. */
export interface Place {
  event: number | null;
  pointer: string;
  position?: {line: number; column: number};
}

/** For rules whose sentence says everything. */
export type NoParams = Readonly<Record<string, never>>;

/** The state of an empty field: "missing", "null", "empty" or "blank". */
export function describeMissing(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return value === '' ? 'empty' : 'blank';
}

/** "an Object", "a String". */
export function withArticle(noun: string): string {
  return `${/^[AEIO]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
